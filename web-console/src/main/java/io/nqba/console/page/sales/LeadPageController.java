package io.nqba.console.page.sales;

import io.nqba.console.audit.ChangeGateway;
import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.sales.engagement.NextActionCard;
import io.nqba.console.sales.ActivityBody;
import io.nqba.console.sales.ActivityDesk;
import io.nqba.console.sales.ActivityView;
import io.nqba.console.sales.LeadDesk;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.console.sales.engagement.NextActionDesk;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A lead: its score with reasons, what was done and is to be done, and the forms that change it. */
@Controller
class LeadPageController {
    private static final ProblemBox FINE = new ProblemBox("", "", "", List.of());
    private static final EmptyState NOT_SCORED = new EmptyState(
            "Not scored yet",
            "The chance that it is won stands here with its reasons, as soon as a model is promoted for leads of its kind.",
            "Scoring",
            "/sigma/scoring",
            "");

    private final LeadDesk leads;
    private final ActivityDesk activities;
    private final SalesGateway grid;
    private final BookNames names;
    private final NextActionDesk nextActions;
    private final ChangeGateway changes;
    private final Clock clock;

    LeadPageController(
            LeadDesk leads,
            ActivityDesk activities,
            SalesGateway grid,
            BookNames names,
            NextActionDesk nextActions,
            ChangeGateway changes,
            Clock clock) {
        this.leads = leads;
        this.activities = activities;
        this.grid = grid;
        this.names = names;
        this.nextActions = nextActions;
        this.changes = changes;
        this.clock = clock;
    }

    /** The forms of the page as they were sent, with what is wrong with one of them. */
    private record Forms(EditForm edit, ProblemBox editBox, ActivityForm log, ActivityForm task, ProblemBox logBox) {
        static Forms fresh(EditForm edit) {
            return new Forms(edit, FINE, ActivityForm.NEW, ActivityForm.NEW, FINE);
        }

        Forms edit(EditForm form, ProblemBox box) {
            return new Forms(form, box, log, task, logBox);
        }

        Forms log(ActivityForm form, ProblemBox box) {
            return form.kind().equals("task")
                    ? new Forms(edit, editBox, log, form, box)
                    : new Forms(edit, editBox, form, task, box);
        }
    }

    @GetMapping(LeadAddress.PATH + "/{id}")
    Mono<Rendering> page(@PathVariable String id, Authentication who) {
        return read(id, who).map(page -> drawn(page, fresh(page), HttpStatus.OK));
    }

    private Mono<LeadPage> read(String id, Authentication who) {
        return leads.find(id, who)
                .flatMap(lead -> Mono.zip(
                                grid.find(SalesTable.SCHEMAS, lead.schemaId()),
                                activities.of(id, who),
                                names.names(),
                                nextActions.of(id).map(NextActionCard::of),
                                changes.last(id, "lead.")
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.<LastChange>empty()))
                        .map(all -> new LeadPage(
                                lead,
                                all.getT1(),
                                all.getT3(),
                                all.getT2(),
                                all.getT4(),
                                all.getT5().orElse(null),
                                PersonView.seenBy(who),
                                clock.instant())));
    }

    private static Forms fresh(LeadPage page) {
        return Forms.fresh(edit(page));
    }

    private static EditForm edit(LeadPage page) {
        return LeadForm.of(page.lead(), page.schema(), page.names(), page.clear());
    }

    private static Rendering drawn(LeadPage page, Forms forms, HttpStatus status) {
        return Rendering.view("sigma-lead")
                .modelAttribute("crumbs", List.of(new Crumb("Leads", LeadAddress.PATH)))
                .modelAttribute("page", page)
                .modelAttribute("edit", forms.edit())
                .modelAttribute("editBox", forms.editBox())
                .modelAttribute("log", forms.log())
                .modelAttribute("task", forms.task())
                .modelAttribute("logBox", forms.logBox())
                .modelAttribute("notScored", NOT_SCORED)
                .status(status)
                .build();
    }

    /**
     * Changes the lead. Where somebody else changed it meanwhile, the form comes back with what they changed, what was typed, and the
     * fields left alone as they are now.
     */
    @PostMapping(LeadAddress.PATH + "/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> read(id, who).flatMap(page -> change(exchange, page, sent, who)));
    }

    /** Sets the status alone. */
    @PostMapping(LeadAddress.PATH + "/{id}/status")
    Mono<Rendering> status(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(sent -> read(id, who).flatMap(page -> {
                    var only = new LinkedMultiValueMap<String, String>();
                    List.of("status", "revision").forEach(name -> only.put(name, sent.getOrDefault(name, List.of(""))));
                    return change(exchange, page, only, who);
                }));
    }

    private Mono<Rendering> change(
            ServerWebExchange exchange, LeadPage page, MultiValueMap<String, String> sent, Authentication who) {
        EditForm form = edit(page).sent(sent);
        if (LeadForm.check(form, page.schema()) instanceof LeadForm.Good good) {
            return leads.change(exchange, page.lead().id(), SalesDesk.tag(form.revision()), good.body(), who)
                    .map(lead -> LeadPages.seeOther(page.href()))
                    .onErrorResume(NqbaException.class, error -> refused(page, form, error, who));
        }
        ProblemBox box = ((LeadForm.Refused) LeadForm.check(form, page.schema())).problem();
        return Mono.just(drawn(page, fresh(page).edit(form, box), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> refused(LeadPage page, EditForm form, NqbaException error, Authentication who) {
        if (error.code() == ErrorCode.CONFLICT) {
            return read(page.lead().id(), who).map(now -> {
                EditForm told = form.onto(edit(now));
                return drawn(now, fresh(now).edit(told, Meanwhile.of("lead", told)), HttpStatus.CONFLICT);
            });
        }
        return error.fields().isEmpty()
                ? Mono.error(error)
                : Mono.just(
                        drawn(page, fresh(page).edit(form, ProblemBox.of(error)), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Logs a call, mail, meeting or note, or adds a task. */
    @PostMapping(LeadAddress.PATH + "/{id}/activities")
    Mono<Rendering> log(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> {
            ActivityForm form = ActivityForm.of(sent);
            if (form.check() instanceof ActivityForm.Good good) {
                return activities
                        .add(exchange, id, good.body(), who)
                        .map(view -> LeadPages.seeOther(LeadAddress.lead(id)))
                        .onErrorResume(
                                NqbaException.class,
                                error -> error.fields().isEmpty()
                                        ? Mono.error(error)
                                        : wrong(id, form, ProblemBox.of(error), who));
            }
            return wrong(id, form, ((ActivityForm.Refused) form.check()).problem(), who);
        });
    }

    private Mono<Rendering> wrong(String id, ActivityForm form, ProblemBox box, Authentication who) {
        return read(id, who).map(page -> drawn(page, fresh(page).log(form, box), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Marks a task as done, or as to be done again. */
    @PostMapping(LeadAddress.PATH + "/{id}/tasks/{number}")
    Mono<Rendering> task(
            @PathVariable String id, @PathVariable long number, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(sent -> read(id, who).flatMap(page -> {
                    ActivityView task = page.activities().stream()
                            .filter(activity -> activity.id() == number)
                            .findFirst()
                            .orElseThrow(() -> new NqbaException(
                                    ErrorCode.NOT_FOUND,
                                    "The lead has no task with the number (%d).".formatted(number),
                                    "Look at its tasks; somebody may have erased it."));
                    boolean done = "true".equals(sent.getFirst("done"));
                    var body = new ActivityBody(task.kind(), task.at(), task.byRepId(), null, task.dueDay(), done);
                    String seen = String.valueOf(sent.getFirst("revision"));
                    return activities
                            .change(exchange, id, number, "\"" + seen + "\"", body, who)
                            .map(view -> LeadPages.seeOther(page.href() + "#tasks"))
                            .onErrorResume(
                                    NqbaException.class,
                                    error -> error.code() == ErrorCode.CONFLICT
                                            ? wrong(id, ActivityForm.NEW, Meanwhile.TASK, who)
                                            : Mono.error(error));
                }));
    }

    /** Removes everything about the person of the lead and says how much that was. */
    @PostMapping(LeadAddress.PATH + "/{id}/erasure")
    Mono<Rendering> erase(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> {
            if (!"yes".equals(sent.getFirst("sure"))) {
                return read(id, who)
                        .map(page -> drawn(
                                page,
                                fresh(page).edit(edit(page), Meanwhile.NOT_SURE),
                                HttpStatus.UNPROCESSABLE_CONTENT));
            }
            return leads.erase(exchange, id)
                    .map(report -> Rendering.view("sigma-erased")
                            .modelAttribute("crumbs", List.of(new Crumb("Leads", LeadAddress.PATH)))
                            .modelAttribute("report", report)
                            .build());
        });
    }
}
