package io.nqba.compute.kernel.coordination;

import org.jspecify.annotations.Nullable;

/**
 * Adds answers to one question so that neither their order nor their grouping over nodes changes a bit of the total. What a node
 * sends back; its size depends on the rows only. Not safe for use by several threads. Crosses the grid wire.
 *
 * <p>Curvature is kept in steps of 2⁻³² · (unit of usage)² / smoothing, one integer per entry: twice as compact as the exact sums,
 * and still ten digits where one item uses about one unit. Range: 2·10⁹ of those units. Where answers are exact the reaction does not
 * grow as the smoothing shrinks; its curvature is an exact sum then, and its usage is that of the answers.
 */
public final class AnswerSum {
    private static final double CURVATURE_STEPS = 0x1p32;
    private static final int SCALARS = 4;

    private final double smoothing;
    private long items;
    private final ExactSums scalars;
    private final ExactSums usage;
    private final @Nullable ExactSums smoothUsage;
    private final @Nullable ExactSums drift;
    private final long @Nullable [] curvature;
    private final @Nullable SteadyReaction steady;

    /** An empty sum of answers to {@code question}. */
    public AnswerSum(Question question) {
        int rows = question.rows();
        smoothing = question.smoothing();
        scalars = new ExactSums(SCALARS);
        usage = new ExactSums(rows);
        boolean smooth = question.isSmooth();
        steady = question.isAnsweredExactly() ? new SteadyReaction(question.active()) : null;
        int active = question.active().length;
        smoothUsage = smooth ? new ExactSums(active) : null;
        drift = smooth ? new ExactSums(active) : null;
        curvature = smooth ? new long[Math.multiplyExact(active, active + 1) / 2] : null;
    }

    /** Adds the answer of one group of subproblems. The group must be the same whatever node computes it. */
    public void add(Answer answer) {
        items += answer.items();
        scalars.add(0, answer.lagrangian());
        scalars.add(1, answer.cost());
        scalars.add(2, answer.violation());
        scalars.add(3, answer.relaxedCost());
        usage.add(answer.usage());
        SmoothResponse response = answer.response();
        if (steady != null && response != null) {
            steady.add(response);
        }
        if (smoothUsage == null || drift == null || curvature == null || response == null) {
            return;
        }
        smoothUsage.add(response.usage());
        // The drift grows as the smoothing shrinks; times the smoothing it is a usage again.
        double[] change = response.drift();
        for (int i = 0; i < change.length; i++) {
            drift.add(i, change[i] * smoothing);
        }
        double scale = smoothing * CURVATURE_STEPS;
        double[] entries = response.curvature();
        for (int i = 0; i < entries.length; i++) {
            curvature[i] = Math.addExact(curvature[i], Math.round(entries[i] * scale));
        }
    }

    /** Adds what another node or thread has summed. */
    public void add(AnswerSum other) {
        items += other.items;
        scalars.add(other.scalars);
        usage.add(other.usage);
        if (steady != null && other.steady != null) {
            steady.add(other.steady);
        }
        if (smoothUsage == null || drift == null || curvature == null) {
            return;
        }
        if (other.smoothUsage == null || other.drift == null || other.curvature == null) {
            throw new IllegalArgumentException("The other sum must answer the same question.");
        }
        smoothUsage.add(other.smoothUsage);
        drift.add(other.drift);
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = Math.addExact(curvature[i], other.curvature[i]);
        }
    }

    /** Subproblems summed so far. */
    public long items() {
        return items;
    }

    /** The sum as plain numbers. */
    public Answer total() {
        return new Answer(
                items, scalars.get(0), scalars.get(1), scalars.get(2), usage.toArray(), response(), scalars.get(3));
    }

    private @Nullable SmoothResponse response() {
        if (steady != null) {
            return steady.total(usage.toArray());
        }
        if (smoothUsage == null || drift == null || curvature == null) {
            return null;
        }
        double[] change = drift.toArray();
        for (int i = 0; i < change.length; i++) {
            change[i] /= smoothing;
        }
        double[] entries = new double[curvature.length];
        double scale = smoothing * CURVATURE_STEPS;
        for (int i = 0; i < entries.length; i++) {
            entries[i] = curvature[i] / scale;
        }
        return new SmoothResponse(smoothUsage.toArray(), change, entries);
    }
}
