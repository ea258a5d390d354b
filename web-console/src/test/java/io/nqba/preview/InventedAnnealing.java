package io.nqba.preview;

import io.nqba.console.annealing.AnnealingGateway;
import io.nqba.console.annealing.ChangedView;
import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Page;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Problems that nobody handed in and searches that nobody made, one of them going on. */
@Component
class InventedAnnealing implements ProblemGateway, AnnealingGateway {
    static final String LIVE = "44444444-4444-4444-8444-444444444444";
    static final String DONE = "55555555-5555-4555-8555-555555555555";
    static final String OTHER = "66666666-6666-4666-8666-666666666666";

    private static final String PROBLEM = "77777777-7777-4777-8777-777777777777";
    private static final int VARIABLES = 2_000;
    private static final int ROUNDS = 40;
    private static final Instant OPENED =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private static final ProblemView G22 = new ProblemView(
            PROBLEM,
            "G22",
            "RUDY",
            ObjectiveSense.MAXIMISE,
            ProblemDomain.BITS,
            VARIABLES,
            19_990,
            0.01,
            true,
            false,
            2,
            320_000,
            "00",
            "council",
            OPENED.minusSeconds(7_200),
            OPENED.minusSeconds(7_000));

    private volatile boolean refused;

    static final List<String> RUNS = List.of(LIVE, DONE, OTHER);

    static RunView run(String id) {
        boolean live = id.equals(LIVE);
        long seed = id.equals(OTHER) ? 2 : 1;
        int round = live ? liveRound() : ROUNDS;
        return new RunView(
                id,
                BusinessUnit.PLATFORM,
                "annealing",
                "G22",
                live ? RunState.RUNNING : RunState.SUCCEEDED,
                "council",
                OPENED.minusSeconds(live ? 2 : 600 * seed),
                OPENED.minusSeconds(live ? 2 : 600 * seed),
                live ? null : OPENED.minusSeconds(600 * seed).plusMillis(ROUNDS * 500L),
                ObjectiveSense.MAXIMISE,
                "",
                value(round, seed),
                bound(round),
                (bound(round) - value(round, seed)) / value(round, seed),
                List.of(new BaselineView("random", 9_995), new BaselineView("greedy", 12_911)),
                round,
                3,
                "node-1",
                false,
                "",
                "",
                live
                        ? List.of()
                        : List.of(
                                "The best cut, 13,359, was found after 7.5 s by an exchange between nodes.",
                                "Two of the three nodes came to the same value by themselves."),
                Map.of(
                        "problemId",
                        PROBLEM,
                        "timeLimitMillis",
                        20_000L,
                        "targetGap",
                        0.0,
                        "sweeps",
                        0L,
                        "roundMillis",
                        500L,
                        "workers",
                        0,
                        "nodes",
                        0,
                        "seed",
                        seed,
                        "priority",
                        5,
                        "warmStart",
                        seed == 2));
    }

    private static int liveRound() {
        return 1 + (int) (Duration.between(OPENED, Instant.now()).toMillis() / 1_000 % 400);
    }

    private static double value(int round, long seed) {
        return Math.rint(13_359 - (seed - 1) * 3 - 260 * Math.exp(-round / 4.0 / seed));
    }

    private static double bound(int round) {
        return round < 3 ? 19_990 : 14_135.9453;
    }

    private static RoundView round(int round, long seed) {
        List<NodeShareView> shares = new ArrayList<>();
        for (int node = 1; node <= 3; node++) {
            if (node == 3 && (round < 6 || round > 30)) {
                continue;
            }
            shares.add(new NodeShareView(
                    "id" + node,
                    "node-" + node,
                    4,
                    value(round, seed) - (round % (node + 2)) * Math.max(0, 24 - round),
                    73_000_000L + 900_000L * ((round * node) % 7),
                    (long) (22_000_000L * Math.exp(-round / 12.0)) + 4_000_000,
                    480,
                    3_100 + 40L * node));
        }
        return new RoundView(
                round,
                500L * round,
                value(round, seed),
                bound(round),
                round > 2 && round % 7 == 3 && value(round, seed) > value(round - 1, seed),
                12,
                0.31 * Math.exp(-round / 15.0) + 0.02,
                9,
                14,
                shares);
    }

    @Override
    public Flux<RoundView> rounds(String runId, int afterRound) {
        int last = runId.equals(LIVE) ? liveRound() : ROUNDS;
        long seed = runId.equals(OTHER) ? 2 : 1;
        return Flux.range(afterRound + 1, Math.max(0, last - afterRound)).map(round -> round(round, seed));
    }

    @Override
    public Mono<SolutionView> solution(String runId) {
        int step = runId.equals(OTHER) ? 3 : 2;
        return Mono.just(new SolutionView(
                runId,
                PROBLEM,
                2,
                VARIABLES,
                value(ROUNDS, runId.equals(OTHER) ? 2 : 1),
                15,
                7_500,
                runId.equals(OTHER) ? "id2" : "",
                IntStream.range(0, VARIABLES)
                        .mapToObj(i -> i % step == 0 ? "1" : "0")
                        .collect(Collectors.joining())));
    }

    static RunEvent event(int round) {
        return new RunEvent(
                LIVE,
                round,
                RunState.RUNNING,
                round,
                value(round, 1),
                bound(round),
                (bound(round) - value(round, 1)) / value(round, 1),
                500L * round,
                round < 6 || round > 30 ? 2 : 3,
                9_300,
                round % 7 == 3 ? "Round " + round + ": an exchange between nodes improved the answer." : "");
    }

    @Override
    public Mono<ProblemView> find(String problemId) {
        return Mono.just(G22).filter(problem -> problem.id().equals(problemId));
    }

    @Override
    public Flux<String> labels(ProblemView problem) {
        return Flux.empty();
    }

    @Override
    public Mono<Page<ProblemView>> list(@Nullable String cursor, int limit) {
        return Mono.just(new Page<>(List.of(G22), null));
    }

    @Override
    public Mono<Void> putPiece(String problemId, int index, byte[] bytes) {
        refused = new String(bytes, StandardCharsets.UTF_8).contains("x");
        return Mono.empty();
    }

    @Override
    public Mono<Void> removePieces(String problemId, int pieces) {
        return Mono.empty();
    }

    @Override
    public Mono<ProblemView> importPieces(ImportProblem order, Duration patience) {
        if (refused) {
            return Mono.error(new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The weight (x) in line 3 is not a number.",
                    "Write three numbers per line: i, j and the weight."));
        }
        return Mono.just(G22);
    }

    @Override
    public Mono<ChangedView> change(ChangeProblem change) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<ProblemView> remove(String problemId) {
        return Mono.error(new UnsupportedOperationException());
    }
}
