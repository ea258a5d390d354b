package io.nqba.console.page.finance;

import io.nqba.console.finance.LimitGateway;
import io.nqba.console.finance.OrderBody;
import io.nqba.console.finance.OrderGateway;
import io.nqba.console.finance.OrderQuery;
import io.nqba.console.finance.OrderSubmission;
import io.nqba.console.finance.OrderView;
import io.nqba.console.finance.RiskGateway;
import io.nqba.console.finance.StressView;
import io.nqba.console.finance.SubjectView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.OrderState;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The risk of a book or portfolio, its limits and its orders. The whole state is in the address. */
@Controller
class RiskPages {
    private static final int MOST_LINES = 50;
    private static final int MOST_SUBJECTS = 200;
    private static final int ORDERS = 20;
    private static final Set<String> TRADERS = Set.of("ROLE_OPERATOR", "ROLE_ANALYST");
    private static final Set<String> LIMIT_SETTERS = Set.of("ROLE_COUNCIL", "ROLE_OPERATOR");
    private static final EmptyState NO_BOOK = new EmptyState(
            "No book on this grid yet",
            "With prices and positions loaded, this page shows what could be lost, whether past forecasts of it held, who"
                    + " carries the risk, and how much of each limit is used.",
            "",
            "",
            "scripts/load.sh --help");

    private final RiskGateway risk;
    private final OrderGateway orders;
    private final OrderSubmission submission;
    private final LimitGateway limits;

    RiskPages(RiskGateway risk, OrderGateway orders, OrderSubmission submission, LimitGateway limits) {
        this.risk = risk;
        this.orders = orders;
        this.submission = submission;
        this.limits = limits;
    }

    @GetMapping("/goliath/risk")
    Mono<Rendering> page(ServerWebExchange exchange, Authentication who) {
        RiskAddress address = RiskAddress.of(exchange.getRequest().getQueryParams());
        String changed = BookPage.text(exchange.getRequest().getQueryParams(), "limit");
        RiskForms forms = RiskForms.fresh(address);
        return limits.find(changed)
                .map(limit -> forms.limit(LimitForm.of(limit), RiskPage.NO_PROBLEM))
                .defaultIfEmpty(forms)
                .flatMap(filled -> drawn(address, filled, who));
    }

    /** Places an order. What is wrong comes back beside the fields; what a limit refuses stands in the table with its reason. */
    @PostMapping("/goliath/risk/orders")
    Mono<Rendering> place(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            RiskAddress address = RiskAddress.of(fields);
            OrderForm form = OrderForm.of(fields);
            OrderForm.Checked checked = form.check();
            if (checked instanceof OrderForm.Refused refused) {
                return drawn(address, form, refused.problem(), who);
            }
            OrderBody body = ((OrderForm.Good) checked).body();
            return submission
                    .submit(exchange, who.getName(), form.orderKey(), body)
                    .flatMap(order -> order.state() == OrderState.REJECTED
                            ? drawn(address, form.renewed(), rejected(order), who)
                            : Mono.just(backTo(address)))
                    .onErrorResume(NqbaException.class, error -> drawn(address, form, ProblemBox.of(error), who));
        });
    }

    @PostMapping("/goliath/risk/orders/{id}/cancel")
    Mono<Rendering> cancel(@PathVariable String id, ServerWebExchange exchange, Principal who, Authentication account) {
        return exchange.getFormData().flatMap(fields -> {
            RiskAddress address = RiskAddress.of(fields);
            return submission
                    .cancel(exchange, who.getName(), id)
                    .map(order -> backTo(address))
                    .onErrorResume(
                            NqbaException.class,
                            error -> drawn(address, OrderForm.fresh(address), ProblemBox.of(error), account));
        });
    }

    private static Rendering backTo(RiskAddress address) {
        return Rendering.redirectTo(address.href() + "#orders")
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private static ProblemBox rejected(OrderView order) {
        return new ProblemBox(
                "The order was rejected before it was accepted.",
                Objects.requireNonNullElse(order.reason(), ""),
                "",
                List.of());
    }

    private Mono<Rendering> drawn(RiskAddress address, OrderForm form, ProblemBox box, Authentication who) {
        return drawn(address, RiskForms.fresh(address).order(form, box), who);
    }

    /** Draws the page with its forms as they were typed. */
    Mono<Rendering> drawn(RiskAddress address, RiskForms forms, Authentication who) {
        return risk.subjects(MOST_SUBJECTS).flatMap(subjects -> {
            Optional<SubjectView> chosen = address.choose(subjects);
            return chosen.isEmpty() ? Mono.just(empty()) : view(address.at(chosen.get()), subjects, forms, who);
        });
    }

    private static Rendering empty() {
        return Rendering.view("goliath-risk-empty")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("empty", NO_BOOK)
                .build();
    }

    private Mono<Rendering> view(RiskAddress address, List<SubjectView> subjects, RiskForms forms, Authentication who) {
        boolean book = address.scope() == RiskScope.BOOK;
        Mono<Page<OrderView>> recent = orders.orders(
                new OrderQuery(book ? null : address.id(), book ? address.id() : null, null, false, null, ORDERS));
        return Mono.zip(report(address), recent, stress(address), byPortfolio(address))
                .map(all -> {
                    RiskPage page = new RiskPage(
                            address,
                            subjects,
                            all.getT1().report(),
                            all.getT2().items(),
                            all.getT3().outcome(),
                            may(who, TRADERS),
                            may(who, LIMIT_SETTERS));
                    ProblemBox unmeasured = all.getT1().problem();
                    return Rendering.view(page.measured() ? "goliath-risk" : "goliath-risk-none")
                            .modelAttribute("crumbs", List.of())
                            .modelAttribute("page", page)
                            .modelAttribute("byPortfolio", all.getT4())
                            .modelAttribute("form", forms.order())
                            .modelAttribute("box", unmeasured == null ? forms.orderBox() : unmeasured)
                            .modelAttribute("limitForm", forms.limit())
                            .modelAttribute("limitBox", forms.limitBox())
                            .modelAttribute("stressBox", all.getT3().problem())
                            .status(forms.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                            .build();
                });
    }

    /** A report, or why there is none. */
    private record Measured(
            @Nullable RiskReport report, @Nullable ProblemBox problem) {}

    /** What is wrong with the data is told in place; what is wrong with the grid is the error page's. */
    private Mono<Measured> report(RiskAddress address) {
        return risk.report(RiskQuery.usual(address.scope(), address.id()))
                .map(report -> new Measured(report, null))
                .onErrorResume(NqbaException.class, error -> switch (error.code()
                        .blame()) {
                    case CALLER -> Mono.just(new Measured(null, ProblemBox.of(error)));
                    case CAPACITY, PLATFORM -> Mono.error(error);
                });
    }

    /** The portfolios of a book; none for a portfolio, or where the book cannot be measured, which its report explains. */
    private Mono<List<BookRiskTable>> byPortfolio(RiskAddress address) {
        if (address.scope() != RiskScope.BOOK) {
            return Mono.just(List.of());
        }
        return risk.byPortfolio(new BookRiskQuery(address.id(), MOST_LINES, RiskQuery.USUAL_DAYS))
                .map(report -> List.of(new BookRiskTable(report)))
                .onErrorResume(
                        NqbaException.class,
                        error -> error.code().blame() == ErrorCode.Blame.CALLER
                                ? Mono.just(List.of())
                                : Mono.error(error));
    }

    /** What the shock in the address would do, or why it cannot be told; neither without a shock. */
    private record Shocked(@Nullable StressView outcome, ProblemBox problem) {}

    private Mono<Shocked> stress(RiskAddress address) {
        return Mono.justOrEmpty(address.shock())
                .flatMap(request ->
                        risk.stress(request).map(outcome -> new Shocked(StressView.of(outcome), RiskPage.NO_PROBLEM)))
                .onErrorResume(NqbaException.class, error -> Mono.just(new Shocked(null, ProblemBox.of(error))))
                .defaultIfEmpty(new Shocked(null, address.shockProblem()));
    }

    private static boolean may(Authentication who, Set<String> roles) {
        return who.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .anyMatch(roles::contains);
    }
}
