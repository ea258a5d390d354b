package io.nqba.compute.kernel.scoring;

import io.nqba.compute.kernel.linear.PackedCholesky;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Logistic regression by Newton steps on summed moments: exact, whatever way the rows are grouped, up to the rounding of sums. A ridge on
 * the standardised coefficients keeps it well posed when an outcome is perfectly separable or features repeat each other.
 */
public final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 30;

    /** The rows, asked for their moments once per step. */
    @FunctionalInterface
    public interface MomentSource {
        /**
         * Returns the moments of all rows.
         *
         * @param coefficients shape {@code [features + 1]}, of standardised features, the constant last
         */
        LogisticMoments at(double[] coefficients);
    }

    /**
     * A fitted model.
     *
     * @param standard how features are prepared
     * @param coefficients shape {@code [features + 1]}, the constant last
     * @param penalisedDeviance what was minimised
     * @param steps Newton steps
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Fit(Standardisation standard, double[] coefficients, double penalisedDeviance, int steps) {
        /** Returns the logarithm of the odds of the outcome. */
        public double margin(float[] features) {
            double margin = coefficients[coefficients.length - 1];
            for (int j = 0; j < features.length; j++) {
                margin += contribution(j, features[j]);
            }
            return margin;
        }

        public double probability(float[] features) {
            return Logistic.probability(margin(features));
        }

        /** Returns what a feature adds to the logarithm of the odds, compared with a row that has its mean. */
        public double contribution(int feature, double raw) {
            return coefficients[feature] * standard.value(feature, raw);
        }
    }

    private LogisticRegression() {}

    /**
     * Minimises deviance + ½ ridge · |coefficients|², the constant free.
     *
     * @param ridge 0 or more, in units of rows
     * @throws NqbaException if there is no row, only one outcome, or the ridge is not 0 or more
     */
    public static Fit fit(MomentSource rows, Standardisation standard, double ridge) {
        if (!(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST, "The ridge (%s) must be 0 or more.".formatted(ridge), "Send 1.");
        }
        double[] at = new double[standard.width() + 1];
        LogisticMoments moments = rows.at(at);
        at[standard.width()] = Logistic.margin(baseRate(moments));
        moments = rows.at(at);
        double value = value(moments, at, ridge);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] move = move(moments, at, ridge);
            double slope = slope(moments, at, ridge, move);
            // Half the squared Newton decrement: what is left to gain.
            if (-slope / 2 <= 1e-14 * Math.max(1, value)) {
                return new Fit(standard, at, value, step - 1);
            }
            double share = 1;
            double[] next = moved(at, move, share);
            LogisticMoments there = rows.at(next);
            double nextValue = value(there, next, ridge);
            for (int half = 0; nextValue > value + 1e-4 * share * slope && half < MOST_HALVINGS; half++) {
                share /= 2;
                next = moved(at, move, share);
                there = rows.at(next);
                nextValue = value(there, next, ridge);
            }
            if (nextValue >= value) {
                return new Fit(standard, at, value, step);
            }
            at = next;
            moments = there;
            value = nextValue;
        }
        return new Fit(standard, at, value, MOST_STEPS);
    }

    /** At coefficients of 0 every probability is one half, so the gradient of the constant tells the share of outcomes. */
    private static double baseRate(LogisticMoments moments) {
        double rows = moments.rows();
        double rate = 0.5 - moments.gradient(moments.size() - 1) / rows;
        if (!(rate * rows > 0.25 && rate * rows < rows - 0.25)) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    rows == 0
                            ? "There is no row to learn from."
                            : "All %d rows have the same outcome.".formatted(moments.rows()),
                    "Give rows of both outcomes.");
        }
        return rate;
    }

    private static double value(LogisticMoments moments, double[] at, double ridge) {
        double squares = 0;
        for (int j = 0; j < at.length - 1; j++) {
            squares += at[j] * at[j];
        }
        return moments.deviance() + ridge * squares / 2;
    }

    private static double slope(LogisticMoments moments, double[] at, double ridge, double[] move) {
        double slope = 0;
        for (int j = 0; j < at.length; j++) {
            slope += (moments.gradient(j) + (j < at.length - 1 ? ridge * at[j] : 0)) * move[j];
        }
        return slope;
    }

    private static double[] moved(double[] at, double[] move, double share) {
        double[] next = at.clone();
        Arrays.setAll(next, j -> at[j] + share * move[j]);
        return next;
    }

    private static double[] move(LogisticMoments moments, double[] at, double ridge) {
        double[] right = new double[at.length];
        double[] matrix = moments.curvature();
        for (int j = 0; j < at.length; j++) {
            double own = j < at.length - 1 ? ridge : 0;
            right[j] = -(moments.gradient(j) + own * at[j]);
            matrix[j * (j + 1) / 2 + j] += own;
        }
        PackedCholesky.factorise(at.length, matrix).solve(right);
        return right;
    }
}
