package io.nqba.console.page.annealing;

import io.nqba.console.annealing.AnnealingGateway;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.optimisation.RunPage;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.annealing.AnnealingRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One annealing run as it closes: who found what when, and the answer to take away. */
@Component
class AnnealingRunPage implements RunPage {
    private final RunGateway runs;
    private final AnnealingGateway annealing;

    AnnealingRunPage(RunGateway runs, AnnealingGateway annealing) {
        this.runs = runs;
        this.annealing = annealing;
    }

    @Override
    public String kind() {
        return AnnealingRequest.KIND;
    }

    @Override
    public Mono<Rendering> of(RunView run) {
        Mono<List<RunEvent>> history = runs.history(run.id(), 0).collectList();
        Mono<List<RoundView>> rounds = annealing.rounds(run.id(), 0).collectList();
        Mono<Optional<SolutionView>> solution =
                annealing.solution(run.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(history, rounds, solution).map(all -> {
            AnnealingStory story =
                    AnnealingStory.of(run, all.getT1(), all.getT2(), all.getT3().orElse(null));
            return page(run, story);
        });
    }

    private static Rendering page(RunView run, AnnealingStory story) {
        AnnealingForm again =
                AnnealingForm.like(run.parameters(), UUID.randomUUID().toString());
        AnnealingForm warm =
                AnnealingForm.like(run.parameters(), UUID.randomUUID().toString());
        return Rendering.view("run-annealing")
                .modelAttribute("crumbs", List.of(new Crumb("Optimisation", "/optimisation")))
                .modelAttribute("row", RunRow.of(run))
                .modelAttribute("story", story)
                .modelAttribute("problem", String.valueOf(run.parameters().get("problemId")))
                .modelAttribute("again", again.withNextSeed())
                .modelAttribute("warm", warm.warm())
                .build();
    }
}
