package io.nqba.bench;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.CoefficientChange;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.annealing.StoredProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Events through the grid: 1 % of the coefficients of bqp2500-1 drawn anew by a thin client, twenty times in a row, from the call to the
 * answer in its hands. The change is stored with its backup before it is answered. Gaps are to the best of the answer and of a cold
 * search with many times the time, after the last event.
 */
final class AnnealingGridEventFigures implements FigureGroup {
    private static final int EVENTS = 20;
    /** Events that warm the desk up and compile what the measured ones run; the first of them is a figure of its own. */
    private static final int UNCOUNTED = 40;

    private static final long ANSWER_MILLIS = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private final long preparation;
    private final double reference;

    AnnealingGridEventFigures(boolean quick) {
        this.preparation = quick ? 2_000 : 5_000;
        this.reference = quick ? 0.4 : 3;
    }

    @Override
    public String name() {
        return "grid-event";
    }

    private record Event(QuadraticProblem problem, double value, double millis) {}

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        List<Event> events;
        try (var grid = new AnnealingGrid(2, Math.max(1, Runtime.getRuntime().availableProcessors() / 2))) {
            events = events(grid, figures);
        }
        List<Double> millis = events.stream().map(Event::millis).sorted().toList();
        List<Double> gaps = IntStream.range(0, EVENTS)
                .parallel()
                .mapToObj(event -> gap(events.get(event), event))
                .toList();
        context.say("grid event milliseconds " + millis);
        context.say("grid event gaps " + gaps);
        figures.add("event_answer_ms_p50", AnnealingRuns.median(millis), "ms");
        figures.add("event_answer_ms_p99", millis.get(EVENTS - 1), "ms");
        figures.add("event_gap_pct", AnnealingRuns.median(gaps.stream().sorted().toList()), "pct");
        figures.add("event_worst_gap_pct", gaps.stream().max(Double::compare).orElseThrow(), "pct");
    }

    private List<Event> events(AnnealingGrid grid, Figures figures) throws InterruptedException {
        QuadraticProblem problem = InstanceGenerators.beasley(2500, 1);
        StoredProblem stored = grid.store("bqp2500-1", AnnealingGrid.orLibrary(problem));
        grid.run(stored, preparation, Double.NaN, 1);
        var random = new SplittableRandom(1);
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < UNCOUNTED + EVENTS; event++) {
            List<CoefficientChange> changes = AnnealingEventFigures.drawnAnew(problem, random);
            problem = problem.changed(changes);
            List<CoefficientEdit> edits = changes.stream()
                    .map(change -> new CoefficientEdit(change.first(), change.second(), change.amount(), true))
                    .toList();
            long start = System.nanoTime();
            ChangedProblem changed = grid.change(stored, edits, ANSWER_MILLIS);
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            if (event == 0) {
                figures.add("event_first_answer_ms", millis, "ms");
            }
            if (event >= UNCOUNTED) {
                events.add(new Event(problem, checked(problem, changed), millis));
            }
        }
        return events;
    }

    private static double checked(QuadraticProblem problem, ChangedProblem changed) {
        AnnealingSolution solution = Objects.requireNonNull(changed.solution(), "solution");
        byte[] bits = new byte[solution.variables()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) solution.bit(i);
        }
        if (problem.value(bits) != solution.value()) {
            throw new IllegalStateException("The reported value (%s) must be that of the bits (%s)."
                    .formatted(solution.value(), problem.value(bits)));
        }
        return solution.value();
    }

    private double gap(Event event, long seed) {
        double cold = new AnnealingWorker(event.problem(), seed)
                .round(AnnealingRuns.limits(reference))
                .value();
        double best = Math.max(cold, event.value());
        return 100 * (best - event.value()) / best;
    }
}
