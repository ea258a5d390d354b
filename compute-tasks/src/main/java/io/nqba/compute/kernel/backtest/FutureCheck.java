package io.nqba.compute.kernel.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Catches a strategy that knows the future: plays it again on prices that are the same up to a day and different after it. Whoever
 * decided by what was known then decides the same.
 *
 * @param days days after which the prices were changed
 * @param caughtOn first day whose decision changed with the prices after it; -1 when none did
 */
public record FutureCheck(int days, int caughtOn) {

    /** Returns whether no decision depended on a later price. */
    public boolean passed() {
        return caughtOn < 0;
    }

    /**
     * Checks a strategy.
     *
     * @param strategies makes the strategy for a table. A strategy that takes nothing from the table but what it is shown passes;
     *     one that keeps the table to look ahead in is caught.
     * @param tries how many days to change the prices after
     * @param seed which days and by how much
     */
    public static FutureCheck of(
            PriceTable table,
            Function<PriceTable, TradingStrategy> strategies,
            int from,
            int to,
            int tries,
            long seed) {
        long[] asWas = decisions(table, strategies.apply(table), from, to);
        var random = new SplittableRandom(seed);
        int caught = Integer.MAX_VALUE;
        for (int k = 0; k < tries; k++) {
            int day = from + random.nextInt(Math.max(1, to - from));
            long salt = random.nextLong();
            PriceTable changed = table.scrambledAfter(
                    day, (asset, t) -> 0.5 + new SplittableRandom(salt + 31L * t + asset).nextDouble());
            long[] now = decisions(changed, strategies.apply(changed), from, day);
            int differs = Arrays.mismatch(now, 0, now.length, asWas, 0, now.length);
            caught = differs < 0 ? caught : Math.min(caught, from + differs);
        }
        return new FutureCheck(tries, caught == Integer.MAX_VALUE ? -1 : caught);
    }

    /** One number per day that changes with what was decided on it. */
    private static long[] decisions(PriceTable table, TradingStrategy strategy, int from, int to) {
        long[] decided = new long[to - from + 1];
        Backtest.play(
                table,
                strategy,
                TradingCosts.NONE,
                from,
                to,
                (day, trades, weights) -> decided[day - from] = trades ? 31L * Arrays.hashCode(weights) + 1 : 0);
        return decided;
    }
}
