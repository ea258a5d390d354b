package io.nqba.console.page.annealing;

import io.nqba.console.annealing.AnnealingGateway;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Puts two annealing runs side by side. Which ones stands in the address. */
@Controller
class ComparePages {
    private static final List<Crumb> CRUMBS = List.of(new Crumb("Optimisation", "/optimisation"));
    private static final EmptyState CHOOSE = new EmptyState(
            "Choose two runs",
            "Their curves, times and answers stand here side by side. Mark two runs in the list and choose Compare.",
            "To the list of runs",
            "/optimisation",
            "");

    private final RunGateway runs;
    private final AnnealingGateway annealing;

    ComparePages(RunGateway runs, AnnealingGateway annealing) {
        this.runs = runs;
        this.annealing = annealing;
    }

    /**
     * Shows both.
     *
     * @param a the first run; empty before it is chosen
     * @param b the second run; empty before it is chosen
     * @param run both at once, as the boxes of the list send them
     */
    @GetMapping("/optimisation/compare")
    Mono<Rendering> compare(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(defaultValue = "") List<String> run) {
        if (run.size() == 2) {
            String href = UriComponentsBuilder.fromPath("/optimisation/compare")
                    .queryParam("a", "{a}")
                    .queryParam("b", "{b}")
                    .encode()
                    .buildAndExpand(run.get(1), run.get(0))
                    .toUriString();
            return Mono.just(
                    Rendering.redirectTo(href).status(HttpStatus.SEE_OTHER).build());
        }
        if (a.isEmpty() || b.isEmpty()) {
            return Mono.just(Rendering.view("optimisation-compare")
                    .modelAttribute("crumbs", CRUMBS)
                    .modelAttribute("empty", CHOOSE)
                    .build());
        }
        return Mono.zip(trace(a), trace(b))
                .map(both -> Rendering.view("optimisation-compare")
                        .modelAttribute("crumbs", CRUMBS)
                        .modelAttribute("a", RunRow.of(both.getT1().run()))
                        .modelAttribute("b", RunRow.of(both.getT2().run()))
                        .modelAttribute("both", new Comparison(both.getT1(), both.getT2()))
                        .build());
    }

    private Mono<Trace> trace(String id) {
        return runs.find(id)
                .filter(run -> run.kind().equals(AnnealingRequest.KIND))
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.RUN_NOT_FOUND,
                        "There is no annealing run with the id (%s).".formatted(id),
                        "Choose two from the list of runs.")))
                .flatMap(run -> Mono.zip(
                                annealing.rounds(id, 0).collectList(),
                                annealing.solution(id).map(Optional::of).defaultIfEmpty(Optional.<SolutionView>empty()))
                        .map(known ->
                                new Trace(run, known.getT1(), known.getT2().orElse(null))));
    }
}
