package io.nqba.console.grid;

import io.nqba.console.annealing.AnnealingGateway;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.RunProgressKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers and rounds of annealing runs, by key over the thin client. */
@Component
class IgniteAnnealingGateway implements AnnealingGateway {
    /** Rounds of one fetch. */
    private static final int CHUNK = 100;

    private final GridConnection grid;

    IgniteAnnealingGateway(GridConnection grid) {
        this.grid = grid;
    }

    @Override
    public Mono<SolutionView> solution(String runId) {
        return grid.<AnnealingSolution>call(
                        client -> client.<String, AnnealingSolution>cache(CacheNames.ANNEALING_SOLUTION)
                                .getAsync(runId))
                .map(ProblemViews::of);
    }

    @Override
    public Flux<RoundView> rounds(String runId, int afterRound) {
        return chunk(runId, afterRound)
                .expand(rounds -> rounds.size() < CHUNK
                        ? Mono.empty()
                        : chunk(runId, rounds.get(rounds.size() - 1).round()))
                .flatMapIterable(rounds -> rounds);
    }

    private Mono<List<RoundView>> chunk(String runId, int after) {
        Set<RunProgressKey> keys = new LinkedHashSet<>();
        for (long round = after + 1L; round <= (long) after + CHUNK; round++) {
            keys.add(new RunProgressKey(runId, round));
        }
        return grid.<Map<RunProgressKey, AnnealingRound>>call(
                        client -> client.<RunProgressKey, AnnealingRound>cache(CacheNames.ANNEALING_ROUND)
                                .getAllAsync(keys))
                .map(found -> inOrder(keys, found));
    }

    private static List<RoundView> inOrder(Set<RunProgressKey> keys, Map<RunProgressKey, AnnealingRound> found) {
        List<RoundView> rounds = new ArrayList<>();
        for (RunProgressKey key : keys) {
            AnnealingRound round = found.get(key);
            if (round == null) {
                break;
            }
            rounds.add(ProblemViews.of(round));
        }
        return rounds;
    }
}
