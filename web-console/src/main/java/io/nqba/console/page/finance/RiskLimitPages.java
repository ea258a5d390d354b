package io.nqba.console.page.finance;

import io.nqba.console.finance.LimitDesk;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.RiskLimit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sets, changes and removes risk limits from the risk page. Who may is in the table of access rules, as for the REST API. */
@Controller
class RiskLimitPages {
    private final RiskPages pages;
    private final LimitDesk desk;

    RiskLimitPages(RiskPages pages, LimitDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @PostMapping("/goliath/risk/limits")
    Mono<Rendering> create(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            RiskAddress address = RiskAddress.of(fields);
            LimitForm form = LimitForm.of("", fields).at(0);
            LimitForm.Checked checked = form.check(address.scope(), address.id());
            if (checked instanceof LimitForm.Refused refused) {
                return drawn(address, form, refused.problem(), who);
            }
            return desk.create(exchange, who.getName(), ((LimitForm.Good) checked).body())
                    .map(view -> backTo(address))
                    .onErrorResume(NqbaException.class, error -> drawn(address, form, ProblemBox.of(error), who));
        });
    }

    /** A limit that somebody changed meanwhile comes back with the text kept; sent once more it is stored on top of that change. */
    @PostMapping("/goliath/risk/limits/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(fields -> desk.find(id).flatMap(known -> {
                    RiskAddress address = RiskAddress.of(fields);
                    LimitForm form = LimitForm.of(id, fields);
                    LimitForm.Checked checked = form.check(known.scope(), known.subjectId());
                    if (checked instanceof LimitForm.Refused refused) {
                        return drawn(address, form, refused.problem(), who);
                    }
                    return desk.change(exchange, who.getName(), id, form.version(), ((LimitForm.Good) checked).body())
                            .map(view -> backTo(address))
                            .onErrorResume(NqbaException.class, error -> refused(address, form, known, error, who));
                }));
    }

    @PostMapping("/goliath/risk/limits/{id}/remove")
    Mono<Rendering> remove(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            RiskAddress address = RiskAddress.of(fields);
            LimitForm form = LimitForm.of(id, fields);
            return desk.remove(exchange, id, form.version())
                    .map(gone -> backTo(address))
                    .onErrorResume(
                            NqbaException.class,
                            error -> desk.find(id)
                                    .flatMap(known -> refused(address, LimitForm.of(known), known, error, who))
                                    .onErrorResume(
                                            NqbaException.class,
                                            gone -> drawn(address, LimitForm.NEW, ProblemBox.of(gone), who)));
        });
    }

    private Mono<Rendering> refused(
            RiskAddress address, LimitForm form, RiskLimit known, NqbaException error, Authentication who) {
        if (error.code() != ErrorCode.CONFLICT) {
            return drawn(address, form, ProblemBox.of(error), who);
        }
        ProblemBox told = new ProblemBox(
                "%s changed the limit meanwhile; it is at version %d now."
                        .formatted(known.changedBy(), known.version()),
                "Look at it in the table. Sending the form once more puts your figures in the place of that change.",
                error.code().id(),
                List.of());
        return drawn(address, form.at(known.version()), told, who);
    }

    private Mono<Rendering> drawn(RiskAddress address, LimitForm form, ProblemBox problem, Authentication who) {
        return pages.drawn(address, RiskForms.fresh(address).limit(form, problem), who);
    }

    private static Rendering backTo(RiskAddress address) {
        return Rendering.redirectTo(address.href() + "#limits")
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
