package io.nqba.compute.kernel.coordination;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A toy unit: each item picks a level between 0 and 1 in each of a few rows, with a convex quadratic cost. */
final class QuadraticMandates {
    private final double[][] bend;
    private final double[][] gain;
    private final int rows;

    QuadraticMandates(SplittableRandom random, int items, int rows) {
        this.rows = rows;
        bend = new double[items][];
        gain = new double[items][];
        for (int i = 0; i < items; i++) {
            bend[i] = random.doubles(rows, 0.1, 2).toArray();
            gain[i] = random.doubles(rows, 0.5, 3).toArray();
        }
    }

    Answer answer(Question question) {
        double[] price = question.price();
        double[] usage = new double[rows];
        @Nullable SmoothResponse response = question.isSmooth() ? SmoothResponse.zero(rows) : null;
        double lagrangian = 0;
        double cost = 0;
        for (int i = 0; i < bend.length; i++) {
            for (int t = 0; t < rows; t++) {
                double a = bend[i][t];
                double b = gain[i][t] - price[t];
                double best = Math.min(1, Math.max(0, b / a));
                lagrangian += a * best * best / 2 - b * best;
                double level = best;
                if (response != null) {
                    level = smoothLevel(a, b, question.smoothing());
                    double stiffness =
                            a + question.smoothing() * (1 / (level * level) + 1 / ((1 - level) * (1 - level)));
                    response.usage()[t] += level;
                    response.drift()[t] += (1 / level - 1 / (1 - level)) / stiffness;
                    response.curvature()[t * (t + 1) / 2 + t] += 1 / stiffness;
                }
                usage[t] += level;
                cost += a * level * level / 2 - gain[i][t] * level;
            }
        }
        return new Answer(bend.length, lagrangian, cost, 0, usage, response);
    }

    /** The root of a·x − b − s/x + s/(1 − x), which rises in x, by bisection. */
    private static double smoothLevel(double a, double b, double smoothing) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double x = (low + high) / 2;
            if (a * x - b - smoothing / x + smoothing / (1 - x) > 0) {
                high = x;
            } else {
                low = x;
            }
        }
        return (low + high) / 2;
    }
}
