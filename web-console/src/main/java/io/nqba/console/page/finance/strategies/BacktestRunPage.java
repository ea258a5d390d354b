package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.strategies.StrategyGateway;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.optimisation.RunPage;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.finance.BacktestRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of one backtest: how many tries are made while it runs, and the whole story when it has ended. */
@Component
class BacktestRunPage implements RunPage {
    private final StrategyGateway strategies;
    private final RunGateway runs;

    BacktestRunPage(StrategyGateway strategies, RunGateway runs) {
        this.strategies = strategies;
        this.runs = runs;
    }

    @Override
    public String kind() {
        return BacktestRequest.KIND;
    }

    @Override
    public Mono<Rendering> of(RunView run) {
        Mono<Optional<BacktestStory>> story = strategies
                .backtest(run.id())
                .flatMap(result -> strategies.curve(run.id()).map(curve -> BacktestStory.of(result, curve)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(story, runs.history(run.id(), 0).collectList())
                .map(both -> page(run, both.getT1(), both.getT2()));
    }

    private static Rendering page(RunView run, Optional<BacktestStory> story, List<RunEvent> history) {
        var view = Rendering.view("run-backtest")
                .modelAttribute(
                        "crumbs",
                        List.of(new Crumb("GOLIATH strategies", "/goliath/strategies"), new Crumb("Runs", "/runs")))
                .modelAttribute("row", RunRow.of(run))
                .modelAttribute(
                        "strategyHref",
                        "/goliath/strategies?strategy=" + run.parameters().get("strategyId"))
                .modelAttribute(
                        "tries", Objects.requireNonNullElse(run.parameters().get("tries"), ""))
                .modelAttribute(
                        "last",
                        history.isEmpty() ? 0 : history.get(history.size() - 1).sequence())
                .modelAttribute(
                        "progress",
                        history.isEmpty() ? "" : history.get(history.size() - 1).message());
        story.ifPresent(told -> view.modelAttribute("story", told));
        return view.build();
    }
}
