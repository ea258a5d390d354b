package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Exchange.Reduced;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coordinator's rounds of an annealing run, from the first or the last saved one to the end. A round lets the crew search, reduces
 * what it brought in, and saves answer, figures and progress in one transaction before it hears of the next one, which begins meanwhile.
 */
final class AnnealingLoop {
    private static final Logger LOG = LoggerFactory.getLogger(AnnealingLoop.class);
    /** How long a run that has its answer waits for its bound, milliseconds. */
    private static final long BOUND_MILLIS = 3_000;

    private static final long LEAST_ROUND_MILLIS = 20;
    /** Numbers of a problem that a worker and the coordinator look through in a millisecond of a round, with ten times to spare. */
    private static final int LOOKED_THROUGH = 10_000;

    private static final long MOST_ROUND_MILLIS = 60_000;
    /** Rounds after which they double in length, and double again, so that a long run leaves some thousand rows. */
    private static final int SHORT_ROUNDS = 1_000;

    private static final int ROUNDS_PER_DOUBLING = 500;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final AnnealingRequest request;
    private final ProblemStore store;
    private final EliteBoard board;
    private final IgniteCache<String, AnnealingSolution> solutions;
    private final IgniteCache<RunProgressKey, AnnealingRound> rounds;
    private final QuadraticProblem problem;
    private final Exchange exchange;
    private final Crew crew;
    private final Proof proof;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private OptimizationRun run;
    private AnnealingMemory memory;
    private List<Elite> pool = List.of();
    private List<ElitePackKey> outdated = List.of();
    private @Nullable Elite best;
    private boolean exhausted;

    AnnealingLoop(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.mayContinue = mayContinue;
        this.run = attempt.run();
        this.request = (AnnealingRequest) run.request();
        this.memory = (AnnealingMemory) Objects.requireNonNull(attempt.memory(), "memory");
        this.activeBefore = memory.activeMillis();
        this.store = new ProblemStore(ignite);
        this.board = new EliteBoard(ignite);
        this.solutions = ignite.cache(CacheNames.ANNEALING_SOLUTION);
        this.rounds = ignite.cache(CacheNames.ANNEALING_ROUND);
        this.problem = ProblemShelf.of(ignite).get(memory.problemId(), memory.revision());
        this.exchange = new Exchange(problem);
        this.crew = request.deterministic()
                ? new CountedCrew(ignite, run, memory)
                : new FreeCrew(ignite, run, memory, problem.size());
        this.proof = Proof.of(problem, SearchFloor.of(ignite).cores(), run.runId());
    }

    void run() {
        try {
            rounds();
        } finally {
            proof.stop();
        }
    }

    private void rounds() {
        resume();
        Optional<String> ending = ending();
        while (ending.isEmpty()) {
            if (!mayContinue.getAsBoolean()) {
                LOG.info("Handing a run over, runId={}, round={}", run.runId(), memory.round());
                return;
            }
            step();
            ending = ending();
        }
        end(ending.get());
    }

    /** Takes up what the last coordinator saved, or what earlier runs of the problem left. */
    private void resume() {
        AnnealingSolution saved = solutions.get(run.runId());
        if (saved != null) {
            best = elite(saved);
            List<Elite> known = new ArrayList<>();
            known.add(best);
            for (ElitePackKey key : memory.pool()) {
                if (crew.holdsPool(key)) {
                    board.find(key).ifPresent(pack -> known.addAll(pack.elites()));
                }
            }
            pool = exchange.ranked(known);
        } else if (request.warmStart()) {
            List<Elite> left =
                    store.elites(memory.problemId()).map(ElitePack::elites).orElse(List.of());
            pool = exchange.ranked(
                    left.stream().map(each -> problem.elite(each.bits())).toList());
        }
        if (!pool.isEmpty()) {
            // Nodes that searched for the run before know most of it; those of a restarted grid know nothing.
            var nothing = new Harvest(Map.of(), List.of(), 0, false);
            outdated = crew.spread(0, nothing, new Reduced(pool.get(0), pool, false));
        }
    }

    private Elite elite(AnnealingSolution solution) {
        byte[] bits = new byte[solution.variables()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) solution.bit(i);
        }
        return problem.elite(bits);
    }

    private void step() {
        int round = memory.round() + 1;
        Harvest harvest = crew.round(round, roundMillis(round), this::hurried);
        if (harvest.answers().isEmpty()) {
            // Everybody still reads the problem, or the grid changes: nothing to count.
            return;
        }
        long begin = System.nanoTime();
        Reduced reduced = exchange.reduce(pool, harvest.elites(), request.seed() + round);
        List<ElitePackKey> keys = crew.spread(round, harvest, reduced);
        long exchangeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        boolean better = best == null || run.sense().gain(reduced.best().value(), best.value()) > 0;
        // Nothing is believed that does not follow from the coefficients.
        Elite now = better ? problem.elite(reduced.best().bits()) : Objects.requireNonNull(best);
        pool = reduced.pool();
        best = now;
        exhausted = harvest.exhausted();
        var next = new AnnealingMemory(
                memory.problemId(),
                memory.revision(),
                round,
                activeMillis(),
                memory.exchanges() + (better && reduced.improved() ? 1 : 0),
                keys);
        run = withProof(run.toBuilder()
                        .value(now.value())
                        .rounds(round)
                        .nodes(harvest.shares().size()))
                .build();
        AnnealingRound row = row(round, harvest, reduced, better && reduced.improved(), exchangeMillis);
        @Nullable AnnealingSolution found = better ? solution(now, round, harvest) : null;
        List<ElitePackKey> earlier = memory.pool();
        memory = next;
        if (mayContinue.getAsBoolean() && ending().isEmpty()) {
            crew.begin(round + 1, roundMillis(round + 1));
        }
        run = ledger.book(run, next, harvest.bytes(), "", () -> {
            rounds.put(new RunProgressKey(run.runId(), round), row);
            if (found != null) {
                solutions.put(run.runId(), found);
            }
        });
        board.remove(outdated.stream().filter(key -> !keys.contains(key)).toList());
        outdated = earlier;
    }

    private OptimizationRun.Builder withProof(OptimizationRun.Builder builder) {
        double value = Objects.requireNonNull(best).value();
        double found = proof.bound();
        // What an earlier coordinator proved stays proven.
        double bound = Double.isNaN(found) || run.sense().gain(found, run.bound()) > 0 ? run.bound() : found;
        List<Baseline> baselines = proof.baselines().isEmpty() ? run.baselines() : proof.baselines();
        return builder.baselines(baselines).bound(bound).gap(run.sense().gap(value, bound));
    }

    private AnnealingRound row(int round, Harvest harvest, Reduced reduced, boolean improved, long exchangeMillis) {
        return new AnnealingRound(
                round,
                activeMillis(),
                run.value(),
                run.bound(),
                improved,
                reduced.pool().size(),
                exchange.diversity(reduced.pool()),
                exchangeMillis,
                harvest.overheadMillis(),
                harvest.shares());
    }

    private AnnealingSolution solution(Elite elite, int round, Harvest harvest) {
        String node = harvest.answers().entrySet().stream()
                .filter(entry -> entry.getValue().contains(elite))
                .map(entry -> entry.getKey().member())
                .sorted()
                .findFirst()
                .orElse("");
        return new AnnealingSolution(
                run.runId(),
                memory.problemId(),
                memory.revision(),
                problem.size(),
                elite.words(),
                elite.value(),
                round,
                activeMillis(),
                node);
    }

    private boolean hurried() {
        return !mayContinue.getAsBoolean() || ledger.cancelRequested(run.runId());
    }

    private long roundMillis(int round) {
        int doublings = Math.max(0, round - SHORT_ROUNDS) / ROUNDS_PER_DOUBLING;
        long look = (problem.size() + (long) problem.couplings()) / LOOKED_THROUGH;
        long first = Math.max(request.roundMillis(), look);
        long millis = Math.min(Math.max(MOST_ROUND_MILLIS, first), first << Math.min(20, doublings));
        long left = request.timeLimitMillis() - activeMillis();
        return Math.max(LEAST_ROUND_MILLIS, request.deterministic() ? left : Math.min(millis, left));
    }

    /** Returns why the rounds end here, empty text when there is nothing left to gain; no value when they go on. */
    private Optional<String> ending() {
        if (ledger.cancelRequested(run.runId())) {
            return Optional.of("It was cancelled");
        }
        if (best == null || memory.round() == 0) {
            return Optional.empty();
        }
        if (run.sense().gain(best.value(), request.target()) >= 0) {
            return Optional.of("It reached its target");
        }
        // When a bound comes depends on the machine; the bits of a budget of sweeps must not.
        if (!request.deterministic() && run.gap() <= request.targetGap()) {
            return Optional.of("");
        }
        if (exhausted) {
            return Optional.of("It tried every assignment");
        }
        if (crew.done(memory.round())) {
            return Optional.of("It made its %d sweeps".formatted(request.sweeps()));
        }
        if (activeMillis() >= request.timeLimitMillis()) {
            return Optional.of("It reached its time limit of %.1f s".formatted(request.timeLimitMillis() / 1000.0));
        }
        return Optional.empty();
    }

    private void end(String reason) {
        boolean cancelled = ledger.cancelRequested(run.runId());
        RunState state = cancelled ? RunState.CANCELLED : RunState.SUCCEEDED;
        if (best == null) {
            ledger.finish(run.toBuilder().state(state).build(), "Cancelled before its first round.");
        } else {
            if (!cancelled) {
                proof.await(BOUND_MILLIS);
            }
            store.keep(memory.problemId(), new ElitePack(memory.revision(), pool));
            run = withProof(run.toBuilder()).build();
            AnnealingSolution solution = solutions.get(run.runId());
            List<String> findings = new AnnealingFindings(run, memory, solution).sentences(reason);
            run = ledger.finish(
                    run.toBuilder().state(state).findings(findings).build(),
                    reason.isEmpty() ? "Value and bound have met." : reason + ".");
        }
        ignite.compute(ignite.cluster().forServers()).broadcastAsync(new DismissJob(run.runId()));
        board.removeAll(run.runId());
        LOG.info(
                "A run ended, runId={}, state={}, value={}, gap={}, rounds={}",
                run.runId(),
                state,
                run.value(),
                run.gap(),
                run.rounds());
    }

    private long activeMillis() {
        return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
