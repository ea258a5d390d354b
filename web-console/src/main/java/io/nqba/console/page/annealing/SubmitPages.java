package io.nqba.console.page.annealing;

import io.nqba.console.annealing.NewProblem;
import io.nqba.console.annealing.ProblemIntake;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.error.NqbaException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The form that hands in a problem. The script of the page sends files and texts to the API, piece by piece and with
 * progress; without it, a pasted text comes here.
 */
@Controller
class SubmitPages {
    private static final List<Crumb> CRUMBS = List.of(new Crumb("Optimisation", "/optimisation"));

    private final ProblemIntake intake;

    SubmitPages(ProblemIntake intake) {
        this.intake = intake;
    }

    @GetMapping("/optimisation/submit")
    Rendering form() {
        return page(SubmitForm.EMPTY, new ProblemBox("", "", "", List.of()));
    }

    /** Stores a pasted text and leads to the problem. What cannot be read comes back with all that was given. */
    @PostMapping("/optimisation/submit")
    Mono<Rendering> submit(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData().map(SubmitForm::of).flatMap(form -> {
            SubmitForm.Checked checked = form.check();
            return checked instanceof SubmitForm.Refused refused
                    ? Mono.just(page(form, refused.problem()))
                    : stored(exchange, account, form, ((SubmitForm.Good) checked).given());
        });
    }

    private Mono<Rendering> stored(ServerWebExchange exchange, Principal account, SubmitForm form, NewProblem given) {
        DataBuffer text =
                exchange.getResponse().bufferFactory().wrap(form.text().getBytes(StandardCharsets.UTF_8));
        return intake.take(exchange, account.getName(), null, given, Flux.just(text))
                .map(ProblemView::id)
                .map(id -> Rendering.redirectTo("/optimisation/problems/" + id)
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(NqbaException.class, error -> Mono.just(page(form, ofText(error))));
    }

    /** Whatever the text is refused for stands beside the text. */
    private static ProblemBox ofText(NqbaException error) {
        String told = error.problem() + " " + error.remedy();
        return new ProblemBox(
                "The problem was not stored.",
                "Correct the marked field; everything else is kept.",
                error.code().id(),
                List.of(new ProblemBox.Field("text", told)));
    }

    private static Rendering page(SubmitForm form, ProblemBox box) {
        return Rendering.view("optimisation-submit")
                .modelAttribute("crumbs", CRUMBS)
                .modelAttribute("form", form)
                .modelAttribute("formats", SubmitForm.FORMATS)
                .modelAttribute("box", box)
                .status(box.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }
}
