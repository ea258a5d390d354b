package io.nqba.console.page.sales;

import io.nqba.console.audit.ChangeGateway;
import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.ActivityBody;
import io.nqba.console.sales.ActivityDesk;
import io.nqba.console.sales.DealDesk;
import io.nqba.console.sales.OpportunityView;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A deal: the way it took, what was noted, and the form that changes it. */
@Controller
class DealPages {
    private static final ProblemBox FINE = new ProblemBox("", "", "", List.of());

    private final DealDesk deals;
    private final PipelineGateway pipeline;
    private final ActivityDesk activities;
    private final ChangeGateway changes;
    private final BookNames names;
    private final Clock clock;

    DealPages(
            DealDesk deals,
            PipelineGateway pipeline,
            ActivityDesk activities,
            ChangeGateway changes,
            BookNames names,
            Clock clock) {
        this.deals = deals;
        this.pipeline = pipeline;
        this.activities = activities;
        this.changes = changes;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The forms of the page as they were sent, with what is wrong with one of them.
     *
     * @param note text of a note that was not stored
     */
    private record Forms(EditForm edit, ProblemBox editBox, String note, ProblemBox noteBox) {}

    @GetMapping(DealPage.PATH + "/{id}")
    Mono<Rendering> page(@PathVariable String id, Authentication who) {
        return read(id, who).map(page -> drawn(page, new Forms(edit(page), FINE, "", FINE), HttpStatus.OK));
    }

    private static EditForm edit(DealPage page) {
        return DealForm.of(page.deal(), page.names());
    }

    private Mono<DealPage> read(String id, Authentication who) {
        return deals.find(id)
                .flatMap(deal -> Mono.zip(
                                pipeline.deal(id).switchIfEmpty(Mono.error(() -> gone(id))),
                                deals.steps(id),
                                activities.notes(id, who),
                                names.names(),
                                changes.last(id, "opportunity.")
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.<LastChange>empty()))
                        .map(all -> new DealPage(
                                OpportunityView.of(deal),
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                all.getT4(),
                                all.getT5().orElse(null),
                                PersonView.seenBy(who),
                                clock.instant())));
    }

    private static NqbaException gone(String id) {
        return SalesDesk.none(SalesTable.OPPORTUNITIES, id);
    }

    private static Rendering drawn(DealPage page, Forms forms, HttpStatus status) {
        return Rendering.view("sigma-deal")
                .modelAttribute("crumbs", List.of(new Crumb("Pipeline", BoardAddress.PATH)))
                .modelAttribute("page", page)
                .modelAttribute("edit", forms.edit())
                .modelAttribute("editBox", forms.editBox())
                .modelAttribute("note", forms.note())
                .modelAttribute("noteBox", forms.noteBox())
                .status(status)
                .build();
    }

    /** Changes the deal; as for leads, who is second is told what the first one changed. */
    @PostMapping(DealPage.PATH + "/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(sent -> read(id, who).flatMap(page -> {
                    EditForm form = edit(page).sent(sent);
                    if (DealForm.check(form) instanceof DealForm.Good good) {
                        return deals.change(exchange, id, SalesDesk.tag(form.revision()), before -> good.body())
                                .map(stored -> LeadPages.seeOther(page.href()))
                                .onErrorResume(NqbaException.class, error -> refused(page, form, error, who));
                    }
                    ProblemBox box = ((DealForm.Refused) DealForm.check(form)).problem();
                    return Mono.just(drawn(page, new Forms(form, box, "", FINE), HttpStatus.UNPROCESSABLE_CONTENT));
                }));
    }

    private Mono<Rendering> refused(DealPage page, EditForm form, NqbaException error, Authentication who) {
        if (error.code() == ErrorCode.CONFLICT) {
            return read(page.deal().id(), who).map(now -> {
                EditForm told = form.onto(edit(now));
                return drawn(now, new Forms(told, Meanwhile.of("deal", told), "", FINE), HttpStatus.CONFLICT);
            });
        }
        return error.fields().isEmpty()
                ? Mono.error(error)
                : Mono.just(
                        drawn(page, new Forms(form, ProblemBox.of(error), "", FINE), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** Adds a note. */
    @PostMapping(DealPage.PATH + "/{id}/notes")
    Mono<Rendering> note(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> {
            String text = LeadForm.text(sent.getFirst("text")).strip();
            if (text.isEmpty() || text.length() > ActivityBody.LONGEST_TEXT) {
                var fields = new FormFields();
                fields.refuse(
                        "text",
                        "It has %d letters. Write 1 to %d.".formatted(text.length(), ActivityBody.LONGEST_TEXT));
                ProblemBox box = fields.problem("The note was not kept");
                return read(id, who)
                        .map(page ->
                                drawn(page, new Forms(edit(page), FINE, text, box), HttpStatus.UNPROCESSABLE_CONTENT));
            }
            return activities.note(exchange, id, text, who).map(view -> LeadPages.seeOther(DealPage.href(id)));
        });
    }
}
