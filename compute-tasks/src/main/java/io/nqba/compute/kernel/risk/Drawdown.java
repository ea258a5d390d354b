package io.nqba.compute.kernel.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * The deepest fall of a series of values below its highest value before.
 *
 * @param depth share of the peak that was lost, 0 to 1
 * @param peak index of the highest value before the fall
 * @param trough index of the lowest value of the fall
 * @param recovery index of the first value after the trough that reaches the peak; -1 if none does
 * @param current share of the highest value that is missing at the end
 */
public record Drawdown(double depth, int peak, int trough, int recovery, double current) {

    /**
     * Returns the deepest drawdown; the first of equals.
     *
     * @param values above 0, such as prices or the wealth of a strategy
     */
    public static Drawdown deepest(double[] values) {
        if (values.length == 0) {
            throw new NqbaException(ErrorCode.INVALID_DATA, "A drawdown needs a value.", "Give at least one value.");
        }
        int high = 0;
        double depth = 0;
        int peak = 0;
        int trough = 0;
        for (int t = 0; t < values.length; t++) {
            if (!(values[t] > 0 && values[t] < Double.POSITIVE_INFINITY)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The value (%s) at %d must be above 0 and finite.".formatted(values[t], t),
                        "Give prices or the wealth of a strategy, not returns.");
            }
            high = values[t] > values[high] ? t : high;
            double fall = 1 - values[t] / values[high];
            if (fall > depth) {
                depth = fall;
                peak = high;
                trough = t;
            }
        }
        int recovery = depth > 0 ? -1 : trough;
        for (int t = trough; recovery < 0 && t < values.length; t++) {
            recovery = values[t] >= values[peak] ? t : -1;
        }
        return new Drawdown(depth, peak, trough, recovery, 1 - values[values.length - 1] / values[high]);
    }
}
