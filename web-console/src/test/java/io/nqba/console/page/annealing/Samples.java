package io.nqba.console.page.annealing;

import io.nqba.console.annealing.ProblemView;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunView;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small maximisation as the grid would tell it. */
final class Samples {
    static final ProblemView PROBLEM = new ProblemView(
            "p-1",
            "G1",
            "RUDY",
            ObjectiveSense.MAXIMISE,
            ProblemDomain.BITS,
            800,
            19_176,
            0.06,
            true,
            false,
            1,
            320_000,
            "00",
            "council",
            Instant.EPOCH,
            Instant.EPOCH);

    private Samples() {}

    static RunView run(String id, String problemId, @Nullable Double value) {
        return new RunView(
                id,
                BusinessUnit.PLATFORM,
                "annealing",
                "G1",
                RunState.SUCCEEDED,
                "council",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(4),
                ObjectiveSense.MAXIMISE,
                "",
                value,
                100.0,
                null,
                List.of(),
                4,
                2,
                "a",
                false,
                "",
                "",
                List.of(),
                Map.of("problemId", problemId, "seed", 1L, "timeLimitMillis", 4_000L, "warmStart", false));
    }

    /** A round of a second on the named nodes, each with a million proposals a second. */
    static RoundView round(int round, double value, boolean exchange, String... nodes) {
        List<NodeShareView> shares = Stream.of(nodes)
                .map(name -> new NodeShareView("id-" + name, name, 4, value, 500_000, 1_000, 2_000, 2_048))
                .toList();
        return new RoundView(round, 1_000L * round, value, 100.0, exchange, 4, 0.25, 5, 8, shares);
    }

    static SolutionView solution(String bits) {
        return new SolutionView("r", "p-1", 1, bits.length(), 90, 2, 2_000, "id-a", bits);
    }
}
