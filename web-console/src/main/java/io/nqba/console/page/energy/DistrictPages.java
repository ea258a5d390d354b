package io.nqba.console.page.energy;

import io.nqba.console.energy.ConsumptionGateway;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.ScheduleGateway;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteQuery;
import io.nqba.console.energy.SiteResultView;
import io.nqba.console.energy.SiteView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.TimeRange;
import io.nqba.console.page.energy.DistrictPage.Tab;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** FLYFOX: a district in four tabs. Its whole state is in the address. */
@Controller
class DistrictPages {
    private static final int RECENT_RUNS = 30;
    private static final EmptyState NO_DISTRICT = new EmptyState(
            "No district on this grid yet",
            "A district is a set of sites behind one connection. With its readings loaded, this page shows its load, what"
                    + " an optimisation saves, and who pays for the peak.",
            "",
            "",
            "scripts/load.sh --help");
    private static final EmptyState NO_RUN = new EmptyState(
            "No run of this district yet",
            "A run plans every battery of the district and proves how good the plan is. Its schedule stands here.",
            "Start a run",
            "",
            "");
    private static final EmptyState NO_ANSWER = new EmptyState(
            "This run has no answer yet",
            "The schedule stands here as soon as the run has ended; follow it on its own page.",
            "Follow the run",
            "",
            "");

    private static final ProblemBox STARTED = new ProblemBox(
            "This form has started a run already, with other figures.",
            "Start it again to start another run; the first one stands in the list of runs.",
            "",
            List.of());

    private final SiteGateway sites;
    private final ScheduleGateway schedules;
    private final ConsumptionGateway consumption;
    private final RunGateway runs;
    private final RunSubmission submission;

    DistrictPages(
            SiteGateway sites,
            ScheduleGateway schedules,
            ConsumptionGateway consumption,
            RunGateway runs,
            RunSubmission submission) {
        this.sites = sites;
        this.schedules = schedules;
        this.consumption = consumption;
        this.runs = runs;
        this.submission = submission;
    }

    @GetMapping("/flyfox")
    Mono<Rendering> page(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return head(query)
                .flatMap(page -> switch (page.tab()) {
                    case SCHEDULE -> schedule(page);
                    case SITES -> siteTable(page, query);
                    case CONSUMPTION -> consumption(page, query);
                    case START ->
                        Mono.just(
                                start(page, RunForm.suggested(UUID.randomUUID().toString(), page.district()), null));
                })
                .defaultIfEmpty(Rendering.view("flyfox-empty")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("empty", NO_DISTRICT)
                        .build());
    }

    /** Starts a run and leads to it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/flyfox/runs")
    Mono<Rendering> start(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields -> head(fields)
                        .switchIfEmpty(Mono.error(() -> unknownDistrict(fields.getFirst("district"))))
                        .flatMap(page -> submitted(exchange, page, RunForm.of(fields), account)));
    }

    private Mono<Rendering> submitted(ServerWebExchange exchange, DistrictPage page, RunForm form, Principal account) {
        RunForm.Checked checked = form.check(page.district());
        if (checked instanceof RunForm.Refused refused) {
            return Mono.just(start(page, form, refused.problem()));
        }
        // The key makes a form sent twice start one run; a form that came back must be able to start another.
        RunForm retry = form.withRunId(UUID.randomUUID().toString());
        EnergyRequest request = ((RunForm.Good) checked).request();
        String command = page.district().id() + " " + form;
        return submission
                .submit(exchange, account.getName(), form.runId(), command, request)
                .map(run -> Rendering.redirectTo("/runs/" + run.id())
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> Mono.just(start(
                                page, retry, error.code() == ErrorCode.CONFLICT ? STARTED : ProblemBox.of(error))));
    }

    /** Completes empty when there is no district at all. */
    private Mono<DistrictPage> head(MultiValueMap<String, String> query) {
        return sites.districts().filter(all -> !all.isEmpty()).flatMap(all -> {
            DistrictView district = chosen(all, query.getFirst("district"));
            return runs.list(new RunQuery(
                            BusinessUnit.FLYFOX, RunKind.ENERGY.key(), null, district.id(), null, RECENT_RUNS))
                    .map(Page::items)
                    .flatMap(recent -> run(recent.stream().map(RunRow::of).toList(), query.getFirst("run"))
                            .map(run -> page(all, district, recent, run, query))
                            .defaultIfEmpty(page(all, district, recent, null, query)));
        });
    }

    private static DistrictPage page(
            List<DistrictView> all,
            DistrictView district,
            List<RunView> recent,
            @Nullable RunRow run,
            MultiValueMap<String, String> query) {
        String tab = query.getFirst("tab");
        return new DistrictPage(
                all, district, recent.stream().map(RunRow::of).toList(), run, Tab.of(tab == null ? "" : tab));
    }

    private static DistrictView chosen(List<DistrictView> all, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return all.get(0);
        }
        return all.stream()
                .filter(district -> district.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknownDistrict(id));
    }

    /** Returns the run of the address, else the newest one with an answer, else the newest. */
    private Mono<RunRow> run(List<RunRow> recent, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            return runs.find(id).map(RunRow::of);
        }
        return Mono.justOrEmpty(recent.stream()
                .filter(row -> !row.live() && row.proof().valueKnown())
                .findFirst()
                .or(() -> recent.stream().findFirst()));
    }

    private Mono<Rendering> schedule(DistrictPage page) {
        if (page.run() == null) {
            return Mono.just(view(page, "flyfox-schedule")
                    .modelAttribute("empty", noRun(page))
                    .build());
        }
        return schedules
                .profile(page.runId())
                .filter(profile -> !profile.slots().isEmpty())
                .map(profile -> view(page, "flyfox-schedule")
                        .modelAttribute("schedule", ScheduleTab.of(profile, page))
                        .build())
                .defaultIfEmpty(view(page, "flyfox-schedule")
                        .modelAttribute("empty", noAnswer(page.run()))
                        .build());
    }

    private Mono<Rendering> siteTable(DistrictPage page, MultiValueMap<String, String> query) {
        if (page.run() == null) {
            return Mono.just(view(page, "flyfox-sites")
                    .modelAttribute("empty", noRun(page))
                    .build());
        }
        SitesTab.Wish wish =
                SitesTab.Wish.of(text(query, "q"), text(query, "sort"), text(query, "dir"), text(query, "after"));
        RunRow run = page.run();
        return results(run.id())
                .collectList()
                .map(results -> results.isEmpty()
                        ? view(page, "flyfox-sites")
                                .modelAttribute("empty", noAnswer(run))
                                .build()
                        : view(page, "flyfox-sites")
                                .modelAttribute("list", SitesTab.of(results, wish, page))
                                .build());
    }

    private Flux<SiteResultView> results(String runId) {
        return schedules
                .siteResults(runId, null, Page.MAX_LIMIT)
                .expand(page ->
                        page.next() == null ? Mono.empty() : schedules.siteResults(runId, page.next(), Page.MAX_LIMIT))
                .flatMapIterable(Page::items);
    }

    private Mono<Rendering> consumption(DistrictPage page, MultiValueMap<String, String> query) {
        DistrictView district = page.district();
        TimeRange range = Ranges.of(query, district.lastReadingAt(), page.zone(), page.href());
        ConsumptionQuery asked = new ConsumptionQuery(
                district.id(), null, range.start().toEpochMilli(), range.end().toEpochMilli());
        // Names for people; a site beyond the first page is called by its id.
        Mono<Page<SiteView>> named = sites.sites(new SiteQuery(district.id(), null, null, Page.MAX_LIMIT));
        return Mono.zip(consumption.report(asked), named)
                .map(both -> view(page, "flyfox-consumption")
                        .modelAttribute(
                                "use",
                                ConsumptionTab.ofDistrict(
                                        both.getT1(),
                                        range,
                                        district.currency(),
                                        both.getT2().items()))
                        .modelAttribute("range", range)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> Ranges.withoutData(error)
                                ? Mono.just(view(page, "flyfox-consumption")
                                        .modelAttribute("range", range)
                                        .modelAttribute("empty", Ranges.empty(page.href()))
                                        .build())
                                : Mono.error(error));
    }

    private static Rendering start(DistrictPage page, RunForm form, @Nullable ProblemBox problem) {
        DistrictPage shown = new DistrictPage(page.districts(), page.district(), page.runs(), page.run(), Tab.START);
        return view(shown, "flyfox-start")
                .modelAttribute("form", form)
                .modelAttribute("problem", problem == null ? new ProblemBox("", "", "", List.of()) : problem)
                .status(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Rendering.Builder<?> view(DistrictPage page, String template) {
        return Rendering.view(template).modelAttribute("crumbs", List.of()).modelAttribute("page", page);
    }

    private static EmptyState noRun(DistrictPage page) {
        return new EmptyState(NO_RUN.title(), NO_RUN.text(), NO_RUN.actionLabel(), page.href(Tab.START), "");
    }

    private static EmptyState noAnswer(RunRow run) {
        return new EmptyState(NO_ANSWER.title(), NO_ANSWER.text(), NO_ANSWER.actionLabel(), run.href(), "");
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? "" : value;
    }

    private static NqbaException unknownDistrict(@Nullable String id) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no district with the id (%s).".formatted(id),
                "Choose one from the list on the FLYFOX page.");
    }
}
