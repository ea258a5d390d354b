package io.nqba.node.batch;

import io.nqba.client.AnnealingOrder;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long and how hard to search. */
final class BudgetOption {
    @Option(names = "--time", paramLabel = "T", description = "Longest time, such as 500ms, 30s, 2m. Default: 10s")
    private @Nullable Duration time;

    @Option(
            names = "--sweeps",
            paramLabel = "N",
            description = "Sweeps of each worker in place of time: the same answer on any number of nodes.")
    private @Nullable Long sweeps;

    @Option(
            names = "--workers",
            paramLabel = "W",
            defaultValue = "4",
            description = "Workers in all, with --sweeps. Default: ${DEFAULT-VALUE}")
    private int workers = 4;

    @Option(names = "--target", paramLabel = "X", description = "Stop at an objective this good.")
    private @Nullable Double target;

    @Option(
            names = "--gap",
            paramLabel = "G",
            defaultValue = "0",
            description =
                    "Stop when the answer is proven to be this close to the best, relative. Default: ${DEFAULT-VALUE}")
    private double gap;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "0", description = "Most nodes to use. Default: all")
    private int nodes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Random seed. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--priority",
            paramLabel = "P",
            defaultValue = "5",
            description = "1 (last) to 9 (first). Default: ${DEFAULT-VALUE}")
    private int priority = 5;

    @Option(
            names = "--round",
            paramLabel = "T",
            defaultValue = "500ms",
            description = "Length of a round. Default: ${DEFAULT-VALUE}")
    private Duration round = Duration.ofMillis(500);

    @Option(names = "--warm-start", description = "Start from the answers of earlier runs of this problem.")
    private boolean warmStart;

    int nodes() {
        return nodes;
    }

    /** Returns the most milliseconds the search may take; 0 when only its sweeps limit it. */
    long millis() {
        return sweeps != null && time == null ? 0 : time == null ? 10_000 : time.toMillis();
    }

    AnnealingRequest request(StoredProblem problem) {
        try {
            AnnealingOrder order = AnnealingOrder.of(problem)
                    .nodes(nodes)
                    .seed(seed)
                    .priority(priority)
                    .round(round)
                    .targetGap(gap);
            order = sweeps == null ? order : order.sweeps(sweeps, workers);
            order = time == null ? order : order.time(time);
            order = target == null ? order : order.target(target);
            return (warmStart ? order.warmStart() : order).request();
        } catch (IllegalArgumentException wrong) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    String.valueOf(wrong.getMessage()),
                    "Correct the option of that name; --help tells the ranges.");
        }
    }
}
