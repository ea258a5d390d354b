package io.nqba.console.page.energy;

import io.nqba.console.energy.ConsumptionGateway;
import io.nqba.console.energy.DeviceScheduleView;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.ReadingView;
import io.nqba.console.energy.ScheduleGateway;
import io.nqba.console.energy.ScheduleView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteResultView;
import io.nqba.console.energy.SiteView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.TimeRange;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** One site in depth: what its battery does under a run, and how the site uses energy. */
@Controller
class SitePages {
    private static final int RECENT_RUNS = 10;

    private final SiteGateway sites;
    private final ScheduleGateway schedules;
    private final ConsumptionGateway consumption;
    private final RunGateway runs;

    SitePages(SiteGateway sites, ScheduleGateway schedules, ConsumptionGateway consumption, RunGateway runs) {
        this.sites = sites;
        this.schedules = schedules;
        this.consumption = consumption;
        this.runs = runs;
    }

    @GetMapping("/flyfox/sites/{id}")
    Mono<Rendering> page(@PathVariable String id, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return sites.site(id)
                .switchIfEmpty(Mono.error(() -> unknown(id)))
                .flatMap(site -> sites.district(site.districtId())
                        .switchIfEmpty(Mono.error(() -> unknown(id)))
                        .flatMap(district -> run(district, query.getFirst("run"))
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(run -> page(site, district, run.orElse(null), query))));
    }

    private Mono<Rendering> page(
            SiteView site, DistrictView district, @Nullable RunView run, MultiValueMap<String, String> query) {
        boolean use = "consumption".equals(query.getFirst("tab"));
        Rendering.Builder<?> view = Rendering.view(use ? "site-consumption" : "site-schedule")
                .modelAttribute("crumbs", crumbs(district, run))
                .modelAttribute("site", SiteHead.of(site, district, run));
        if (use) {
            return consumption(view, site, district, run, query);
        }
        return run == null
                ? Mono.just(view.modelAttribute("empty", noSchedule(district)).build())
                : schedule(view, site, district, run);
    }

    /** Returns the run of the address, else the newest one of the district that has ended with an answer. */
    private Mono<RunView> run(DistrictView district, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            return runs.find(id);
        }
        return runs.list(
                        new RunQuery(BusinessUnit.FLYFOX, RunKind.ENERGY.key(), null, district.id(), null, RECENT_RUNS))
                .flatMapIterable(Page::items)
                .filter(run -> run.state().terminal() && run.value() != null)
                .next();
    }

    private Mono<Rendering> schedule(Rendering.Builder<?> view, SiteView site, DistrictView district, RunView run) {
        Mono<List<ScheduleView>> slots = schedules
                .schedules(run.id(), site.id(), null, Page.MAX_LIMIT)
                .expand(page -> page.next() == null
                        ? Mono.empty()
                        : schedules.schedules(run.id(), site.id(), page.next(), Page.MAX_LIMIT))
                .flatMapIterable(Page::items)
                .collectList()
                .filter(found -> !found.isEmpty());
        Mono<Optional<SiteResultView>> result =
                schedules.siteResult(run.id(), site.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return slots.flatMap(found -> Mono.zip(readings(site, district, found), result, devices(site, run))
                        .map(all -> {
                            if (!all.getT3().isEmpty()) {
                                List<Instant> starts =
                                        found.stream().map(ScheduleView::start).toList();
                                view.modelAttribute(
                                        "devices", SiteDevices.of(starts, all.getT3(), site, district, run));
                            }
                            return view.modelAttribute(
                                            "plan",
                                            SiteSchedule.of(
                                                    found,
                                                    all.getT1(),
                                                    all.getT2().orElse(null),
                                                    district,
                                                    run))
                                    .build();
                        }))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> view.modelAttribute("empty", noSchedule(district)).build()));
    }

    private Mono<List<DeviceScheduleView>> devices(SiteView site, RunView run) {
        return schedules
                .devices(run.id(), site.id(), null, Page.MAX_LIMIT)
                .expand(page -> page.next() == null
                        ? Mono.empty()
                        : schedules.devices(run.id(), site.id(), page.next(), Page.MAX_LIMIT))
                .flatMapIterable(Page::items)
                .collectList();
    }

    private Mono<List<ReadingView>> readings(SiteView site, DistrictView district, List<ScheduleView> slots) {
        var from = slots.get(0).start();
        var to = slots.get(slots.size() - 1).start().plus(district.intervalMinutes(), ChronoUnit.MINUTES);
        return sites.readings(site.id(), from, to, null, Page.MAX_LIMIT)
                .expand(page -> page.next() == null
                        ? Mono.empty()
                        : sites.readings(site.id(), from, to, page.next(), Page.MAX_LIMIT))
                .flatMapIterable(Page::items)
                .collectList();
    }

    private Mono<Rendering> consumption(
            Rendering.Builder<?> view,
            SiteView site,
            DistrictView district,
            @Nullable RunView run,
            MultiValueMap<String, String> query) {
        String address = SiteHead.of(site, district, run).href("consumption");
        TimeRange range = Ranges.of(query, district.lastReadingAt(), ZoneId.of(district.timeZone()), address);
        view.modelAttribute("range", range);
        return consumption
                .report(new ConsumptionQuery(
                        district.id(),
                        site.id(),
                        range.start().toEpochMilli(),
                        range.end().toEpochMilli()))
                .map(report -> view.modelAttribute(
                                "use", ConsumptionTab.ofSite(report, range, district.currency(), site))
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> Ranges.withoutData(error)
                                ? Mono.just(view.modelAttribute("empty", Ranges.empty(address))
                                        .build())
                                : Mono.error(error));
    }

    private static List<Crumb> crumbs(DistrictView district, @Nullable RunView run) {
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/flyfox").queryParam("district", "{district}");
        if (run != null) {
            back.queryParam("run", run.id());
        }
        String href = back.queryParam("tab", "sites")
                .encode()
                .buildAndExpand(district.id())
                .toUriString();
        return List.of(new Crumb("FLYFOX", "/flyfox"), new Crumb(district.name(), href));
    }

    private static EmptyState noSchedule(DistrictView district) {
        return new EmptyState(
                "No schedule for this site yet",
                "A run of the district plans this site's battery; the plan, its cost and what it saves stand here.",
                "Start a run",
                UriComponentsBuilder.fromPath("/flyfox")
                        .queryParam("district", "{district}")
                        .queryParam("tab", "start")
                        .encode()
                        .buildAndExpand(district.id())
                        .toUriString(),
                "");
    }

    private static NqbaException unknown(String id) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no site with the id (%s).".formatted(id),
                "Choose one from the sites of a district.");
    }
}
