package io.nqba.compute.kernel.coordination;

import io.nqba.model.error.Require;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The small master of the coordination: asks one question per round, learns from the summed answer, and knows at any time the best
 * value, a proven bound and the prices behind it. A state machine without threads, clock or randomness; it is its own saved state,
 * so another coordinator that reads it back goes on at the last round. Crosses the grid wire.
 *
 * <p>The first question prices nothing: every subproblem alone. It is the end when nothing is shared. From the second round on
 * prices and smoothing move along a {@link DualPath}. Each answer gives a value, because the answers of smoothed subproblems keep
 * their own limits, and a bound, because it brings the exact minimum at the same prices along.
 *
 * <p>Subproblems with whole decisions answer with whole plans throughout, and with the bound and the reaction of their relaxations.
 * When those have closed, the decisions are settled near them and the path is followed once more for the rest ({@link WholeTrials}).
 *
 * <p>Only rows that are capped or may become the peak are active: all of them in windows of up to a thousand rows, the highest ones in
 * longer ones. Cost per round O(active³/3) and {@code 4·active²} bytes; nothing depends on the number of subproblems.
 */
public final class CoordinationMaster implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_RELAXED_ROUNDS = 60;

    private final double targetGap;
    private final double[] cap;
    private final double peakCharge;
    private final double capPenalty;
    private final SharedLimits limits;
    private final WholeTrials trials = new WholeTrials();
    private PricePath path;

    private int round;
    private double value = Double.POSITIVE_INFINITY;
    private double bound = Double.NEGATIVE_INFINITY;
    private double aloneValue = Double.NaN;
    private double peak;
    private double overCap;
    private double ownViolation;
    private Question best;
    private double[] peakPrice;
    private double[] capPrice;

    /** Starts at round 0. The target is the share of the value that value and bound may differ by. */
    public CoordinationMaster(SharedLimits limits, double targetGap) {
        this.targetGap = Require.positive("targetGap", targetGap, "");
        cap = limits.cap();
        peakCharge = limits.peakCharge();
        capPenalty = limits.capPenalty();
        this.limits = limits;
        path = path(limits);
        best = new Question(new double[cap.length], 0);
        peakPrice = new double[cap.length];
        capPrice = new double[cap.length];
    }

    private static PricePath path(SharedLimits limits) {
        return limits.exactAnswers() ? new NewtonPath(limits) : new DualPath(limits);
    }

    /** What to ask all subproblems now. */
    public Question question() {
        double[] price = new double[cap.length];
        path.addPeakPrice(price);
        path.addCapPrice(price);
        if (limits.exactAnswers()) {
            return new Question(price, 0, path.active()).answeredExactly();
        }
        Question open =
                path.smoothing() > 0 ? new Question(price, path.smoothing(), path.active()) : new Question(price, 0);
        return open.committedTo(trials.commitment());
    }

    /**
     * Takes the summed answer to {@link #question()}.
     *
     * @throws IllegalArgumentException if the answer's shape is not that of the question
     */
    public void absorb(Answer answer) {
        SmoothResponse response = answer.response();
        if (answer.usage().length != cap.length
                || (response != null) != question().tellsReaction()) {
            throw new IllegalArgumentException("The answer (%d rows) must answer the present question (%d rows)."
                    .formatted(answer.usage().length, cap.length));
        }
        round++;
        double newValue = updateValue(answer);
        double newBound = answer.lagrangian() - path.pricedCaps();
        if (trials.commitment() != null) {
            absorbTrial(answer, newValue, newBound);
            return;
        }
        updateBound(newBound);
        if (closed()) {
            return;
        }
        if (path.isEmpty()) {
            trials.end();
        } else if (isTimeForWholes(answer)) {
            trials.begin(question());
            path = path(limits);
        } else {
            path.move(answer, peak);
        }
    }

    /** With whole decisions settled the answer's bound is one of the rest, not one of the problem. */
    private void absorbTrial(Answer answer, double newValue, double newBound) {
        if (closed() || trials.over()) {
            return;
        }
        if (trials.next(newValue, newBound, value, allowed())) {
            path = path(limits);
        } else {
            path.move(answer, peak);
        }
    }

    /** Where nothing is whole, the relaxed answers are the answers, and the path goes on until the gap has closed. */
    private boolean isTimeForWholes(Answer answer) {
        SmoothResponse response = answer.response();
        if (response == null || answer.relaxedCost() == answer.cost()) {
            return false;
        }
        return round >= MOST_RELAXED_ROUNDS || WholeTrials.isTime(relaxedValue(answer, response) - bound, allowed());
    }

    /** What value and bound may differ by. */
    private double allowed() {
        return targetGap * Math.abs(value);
    }

    /** The value of the relaxed answers, for rows whose reaction is known. */
    private double relaxedValue(Answer answer, SmoothResponse response) {
        int[] active = path.active();
        double highest = 0;
        double excess = 0;
        for (int a = 0; a < active.length; a++) {
            highest = Math.max(highest, response.usage()[a]);
            excess += Math.max(0, response.usage()[a] - cap[active[a]]);
        }
        return answer.relaxedCost() + peakCharge * highest + capPenalty * excess;
    }

    private double updateValue(Answer answer) {
        double highest = Math.max(0, Arrays.stream(answer.usage()).max().orElse(0));
        double excess = 0;
        for (int t = 0; t < cap.length; t++) {
            excess += Math.max(0, answer.usage()[t] - cap[t]);
        }
        double newValue = answer.cost() + peakCharge * highest + capPenalty * excess;
        if (round == 1) {
            aloneValue = newValue;
        }
        if (newValue < value) {
            value = newValue;
            best = question();
            peak = highest;
            overCap = excess;
            ownViolation = answer.violation();
        }
        return newValue;
    }

    private void updateBound(double newBound) {
        if (newBound > bound) {
            bound = newBound;
            peakPrice = new double[cap.length];
            capPrice = new double[cap.length];
            path.addPeakPrice(peakPrice);
            path.addCapPrice(capPrice);
        }
    }

    /** Whether the gap is at most the target. */
    public boolean closed() {
        return gap() <= targetGap;
    }

    /** Whether rounds may still improve on value or bound: false when the gap has closed or all whole answers were tried. */
    public boolean goesOn() {
        return !closed() && !trials.over();
    }

    /** What value and bound differ by, as a share of the value; infinite before the first answer. */
    public double gap() {
        double difference = Math.max(0, value - bound);
        return difference == 0 ? 0 : difference / Math.abs(value);
    }

    /** Least value found: Σ cost + peak charge + penalised excess over caps. Infinite before the first answer. */
    public double value() {
        return value;
    }

    /** Greatest proven lower bound of the value. Minus infinity before the first answer. */
    public double bound() {
        return bound;
    }

    /** Answers absorbed so far. */
    public int round() {
        return round;
    }

    /** The question whose answers make up {@link #value()}; asking it again gives the schedules. */
    public Question best() {
        return best;
    }

    /** Value when every subproblem minds itself only; not a number before the first answer. */
    public double aloneValue() {
        return aloneValue;
    }

    /** Highest usage of the best answer, 0 or more. */
    public double peak() {
        return peak;
    }

    /** Σ usage above caps in the best answer. */
    public double overCap() {
        return overCap;
    }

    /** Σ violation of the subproblems' own limits in the best answer. */
    public double ownViolation() {
        return ownViolation;
    }

    /** The part of the price per row that the peak charge makes up, at the best bound. */
    public double[] peakPrice() {
        return peakPrice.clone();
    }

    /** The part of the price per row that the caps make up, at the best bound. */
    public double[] capPrice() {
        return capPrice.clone();
    }
}
