package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A rule tried on the past as it would have been used: it sees a window, holds what it says over the next days, then the window moves
 * on. Equal weights of the same assets go beside it. Both are brought back to their weights every day, without cost.
 */
public final class WalkForward {
    /** Two years of trading days are learnt from. */
    public static final int WINDOW_DAYS = 504;

    /** A quarter is held. */
    public static final int HELD_DAYS = 63;

    private WalkForward() {}

    /** Weights from a window of the past. */
    public interface Rule {
        /**
         * Decides.
         *
         * @param past returns of the assets listed all over the window
         * @param assets which assets of the whole they are
         * @throws NqbaException if the limits cannot be kept in this window
         */
        double[] weights(ReturnMatrix past, int[] assets);
    }

    /**
     * How something did.
     *
     * @param growth per year, compounded
     * @param volatility per year
     * @param sharpe (mean return per year - riskFree) / volatility
     */
    public record Track(double growth, double volatility, double sharpe) {}

    /**
     * How a rule and equal weights did.
     *
     * @param windows how often the rule decided
     * @param failed how often its limits could not be kept and it held equal weights instead
     * @param days days held
     * @param rule how the rule did
     * @param equal how equal weights did
     */
    public record Result(int windows, int failed, int days, Track rule, Track equal) {}

    /**
     * Tries a rule.
     *
     * @param mostWindows only the last ones are tried
     * @param riskFree return per year
     * @param stop read between windows; what was tried so far is returned
     * @return empty where the history is too short for a single window
     */
    public static Optional<Result> of(
            ReturnMatrix returns, int mostWindows, double riskFree, Rule rule, BooleanSupplier stop) {
        int windows = Math.min(mostWindows, (returns.periods() - WINDOW_DAYS) / HELD_DAYS);
        int first = returns.periods() - windows * HELD_DAYS;
        double[] ours = new double[Math.max(0, windows) * HELD_DAYS];
        double[] equals = new double[ours.length];
        int done = 0;
        int failed = 0;
        for (int k = 0; k < windows && !stop.getAsBoolean(); k++) {
            int now = first + k * HELD_DAYS;
            ReturnMatrix past = returns.between(now - WINDOW_DAYS, now);
            int[] listed = IntStream.range(0, returns.assets())
                    .filter(j -> past.count(j) == WINDOW_DAYS)
                    .toArray();
            if (listed.length < 2) {
                continue;
            }
            double[] same = new double[listed.length];
            Arrays.fill(same, 1.0 / same.length);
            double[] weights = same;
            try {
                weights = rule.weights(past.select(listed), listed);
            } catch (NqbaException infeasible) {
                failed++;
            }
            ReturnMatrix next = returns.between(now, now + HELD_DAYS).select(listed);
            System.arraycopy(next.portfolio(weights), 0, ours, done * HELD_DAYS, HELD_DAYS);
            System.arraycopy(next.portfolio(same), 0, equals, done * HELD_DAYS, HELD_DAYS);
            done++;
        }
        if (done == 0) {
            return Optional.empty();
        }
        int days = done * HELD_DAYS;
        return Optional.of(new Result(
                done,
                failed,
                days,
                track(Arrays.copyOf(ours, days), riskFree),
                track(Arrays.copyOf(equals, days), riskFree)));
    }

    private static Track track(double[] daily, double riskFree) {
        double wealth = 1;
        double sum = 0;
        for (double one : daily) {
            wealth *= 1 + one;
            sum += one;
        }
        double mean = sum / daily.length;
        double squares = 0;
        for (double one : daily) {
            squares += (one - mean) * (one - mean);
        }
        double volatility = Math.sqrt(squares / (daily.length - 1) * 252);
        double growth = Math.pow(Math.max(0, wealth), 252.0 / daily.length) - 1;
        return new Track(growth, volatility, volatility > 0 ? (mean * 252 - riskFree) / volatility : Double.NaN);
    }
}
