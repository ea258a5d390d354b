package io.nqba.console.page.sales;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.DealDesk;
import io.nqba.console.sales.DealLine;
import io.nqba.console.sales.OpportunityBody;
import io.nqba.console.sales.OpportunityView;
import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.PipelineQuery;
import io.nqba.console.sales.Quarter;
import io.nqba.console.sales.SalesDesk;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deals by stage, and their way from one to the next. */
@Controller
class PipelinePages {
    private static final double MOST_MONEY = 1e12;
    private static final ProblemBox FINE = new ProblemBox("", "", "", List.of());
    private static final EmptyState NO_DEAL = new EmptyState(
            "No deal yet",
            "Deals stand here by stage, each with its money and its chance, and are moved by hand, by key or by button. Load"
                    + " the deals you have, or add one over REST.",
            "",
            "",
            "scripts/load.sh sales --deals deals.csv");

    private final PipelineGateway pipeline;
    private final DealDesk desk;
    private final BookNames names;
    private final Clock clock;

    PipelinePages(PipelineGateway pipeline, DealDesk desk, BookNames names, Clock clock) {
        this.pipeline = pipeline;
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(BoardAddress.PATH)
    Mono<Rendering> board(ServerWebExchange exchange) {
        return drawn(BoardAddress.of(exchange.getRequest().getQueryParams()), FINE, HttpStatus.OK);
    }

    private Mono<Rendering> drawn(BoardAddress address, ProblemBox problem, HttpStatus status) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        PipelineQuery query = address.query(Quarter.of(today).first().toEpochDay());
        Mono<Map<DealStage, Page<DealLine>>> pages = Flux.fromArray(DealStage.values())
                .flatMap(stage -> pipeline.deals(stage, query, address.cursor(stage), Board.CARDS)
                        .map(page -> Map.entry(stage, page)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(pipeline.totals(query), pages, names.names())
                .map(all -> Rendering.view("sigma-pipeline")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("board", Board.of(address, all.getT1(), all.getT2(), all.getT3(), today))
                        .modelAttribute("reasons", SalesWords.closeReasons())
                        .modelAttribute("rep", address.rep())
                        .modelAttribute("product", address.product())
                        .modelAttribute("problem", problem)
                        .modelAttribute("empty", NO_DEAL)
                        .status(status)
                        .build());
    }

    /** Moves a deal to another stage. Where somebody else was faster, nothing is stored and the board says what they did. */
    @PostMapping(BoardAddress.PATH + "/{id}")
    Mono<Rendering> move(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(sent -> {
            BoardAddress back = BoardAddress.of(sent);
            var fields = new FormFields();
            Move move = Move.of(sent, fields);
            if (!fields.good()) {
                return drawn(back, fields.problem("The deal was not moved"), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return desk.change(exchange, id, SalesDesk.tag(move.revision()), move::of)
                    .map(deal -> LeadPages.seeOther(back.href()))
                    .onErrorResume(NqbaException.class, error -> refused(id, back, error));
        });
    }

    private Mono<Rendering> refused(String id, BoardAddress back, NqbaException error) {
        if (error.code() != ErrorCode.CONFLICT) {
            return drawn(back, ProblemBox.of(error), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return desk.find(id)
                .flatMap(now -> drawn(
                        back,
                        new ProblemBox(
                                "Somebody changed the deal (%s) meanwhile; it is %s now, at revision %d. Nothing was stored."
                                        .formatted(id, SalesWords.of(now.stage()), now.revision()),
                                "The board shows it as it is. Move it once more if that still holds.",
                                error.code().id(),
                                List.of()),
                        HttpStatus.CONFLICT));
    }

    /**
     * Where a deal shall go.
     *
     * @param revision of the deal as the reader saw it
     * @param amount money it brought; NaN unless it is won
     */
    private record Move(DealStage stage, long revision, double amount, CloseReason reason) {
        static Move of(MultiValueMap<String, String> sent, FormFields fields) {
            DealStage stage = SalesWords.named(DealStage.values(), text(sent, "stage"));
            if (stage == null) {
                fields.refuse("stage", "(%s) is no stage.".formatted(text(sent, "stage")));
            }
            double amount = stage == DealStage.WON
                    ? fields.number("amount", text(sent, "amount"), 0, MOST_MONEY, "$")
                    : Double.NaN;
            CloseReason reason = stage == DealStage.LOST
                    ? SalesWords.named(CloseReason.values(), text(sent, "reason"))
                    : CloseReason.UNKNOWN;
            String seen = text(sent, "revision");
            return new Move(
                    stage == null ? DealStage.PROSPECTING : stage,
                    seen.matches("\\d{1,15}") ? Long.parseLong(seen) : 0,
                    amount,
                    reason == null ? CloseReason.UNKNOWN : reason);
        }

        private static String text(MultiValueMap<String, String> sent, String name) {
            String value = sent.getFirst(name);
            return value == null ? "" : value.strip();
        }

        /** Returns the deal in its new stage; when it was engaged and what was offered stay. */
        OpportunityBody of(Opportunity known) {
            OpportunityView deal = OpportunityView.of(known);
            boolean engaged = stage != DealStage.PROSPECTING;
            return new OpportunityBody(
                    deal.accountId(),
                    deal.productId(),
                    deal.repId(),
                    stage,
                    engaged ? deal.engageDay() : null,
                    null,
                    Double.isNaN(amount) ? null : amount,
                    null,
                    reason);
        }
    }
}
