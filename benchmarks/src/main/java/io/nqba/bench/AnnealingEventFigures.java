package io.nqba.bench;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.CoefficientChange;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.WarmSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an event costs inside the kernel: 1 % of the coefficients of bqp2500-1 drawn anew, twenty times in a row, each answered by a
 * worker that stays warm and searches on for a while between events, as a node does. The gap is to the best of that answer and of a
 * search that starts cold with many times the time.
 */
final class AnnealingEventFigures implements FigureGroup {
    private static final int EVENTS = 20;
    /** Events that compile what the measured ones run. */
    private static final int UNCOUNTED = 20;

    private static final double ANSWER_SECONDS = 0.012;
    private static final double BETWEEN_EVENTS_SECONDS = 0.1;
    private static final double CHANGED_SHARE = 0.01;
    private static final double NANOS_PER_MILLI = 1e6;

    private final double preparation;
    private final double reference;

    AnnealingEventFigures(boolean quick) {
        this.preparation = quick ? 1 : 5;
        this.reference = quick ? 0.3 : 3;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public void measure(BenchContext context, Figures figures) {
        AnnealingRuns.warmUp();
        WarmSearch search = new WarmSearch(InstanceGenerators.beasley(2500, 1), 1);
        search.search(AnnealingRuns.limits(preparation));
        SplittableRandom random = new SplittableRandom(1);
        for (int event = 0; event < UNCOUNTED; event++) {
            search.answer(drawnAnew(search.problem(), random), AnnealingRuns.limits(ANSWER_SECONDS));
            search.search(AnnealingRuns.limits(BETWEEN_EVENTS_SECONDS));
        }
        List<Double> millis = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            List<CoefficientChange> changes = drawnAnew(search.problem(), random);
            long start = System.nanoTime();
            Elite answer = search.answer(changes, AnnealingRuns.limits(ANSWER_SECONDS));
            millis.add((System.nanoTime() - start) / NANOS_PER_MILLI);
            gaps.add(gap(search.problem(), answer, event));
            search.search(AnnealingRuns.limits(BETWEEN_EVENTS_SECONDS));
        }
        context.say("event milliseconds " + millis);
        context.say("event gaps " + gaps);
        figures.add("event_kernel_ms_p99", millis.stream().max(Double::compare).orElseThrow(), "ms");
        figures.add(
                "event_kernel_gap_pct",
                gaps.stream().mapToDouble(gap -> gap).average().orElseThrow(),
                "pct");
        figures.add(
                "event_kernel_worst_gap_pct", gaps.stream().max(Double::compare).orElseThrow(), "pct");
    }

    /** Returns how far the answer is below the best known one, in percent, after recomputing its value. */
    private double gap(QuadraticProblem problem, Elite answer, long seed) {
        double checked = problem.value(answer.bits());
        if (checked != answer.value()) {
            throw new IllegalStateException(
                    "The reported value (%s) must be that of the bits (%s).".formatted(answer.value(), checked));
        }
        double cold = new AnnealingWorker(problem, seed)
                .round(AnnealingRuns.limits(reference))
                .value();
        double best = Math.max(cold, checked);
        return 100 * (best - checked) / best;
    }

    /** Draws one coefficient in a hundred anew, the way the instance draws them. */
    static List<CoefficientChange> drawnAnew(QuadraticProblem problem, SplittableRandom random) {
        List<CoefficientChange> changes = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            if (random.nextDouble() < CHANGED_SHARE) {
                changes.add(CoefficientChange.linear(i, random.nextInt(-100, 101) - problem.exactLinear(i)));
            }
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                if (random.nextDouble() < CHANGED_SHARE) {
                    long drawn = 2L * random.nextInt(-100, 101);
                    changes.add(CoefficientChange.coupling(i, problem.column(k), drawn - problem.exactCoupling(k)));
                }
            }
        }
        return changes;
    }
}
