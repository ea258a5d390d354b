package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.compute.kernel.revenue.Spells;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import java.util.Arrays;

/** The deals of one product by calendar month, in whole numbers. Crosses the grid wire. */
final class ProductTally {
    private static final double CENTS = 100;
    private static final double STEPS = 1L << 24;
    /** A price this far above the list is a slip of the pen; it must not break the sums. */
    private static final double MOST_RATIO = 100;

    private final Spells spells;
    private final int firstMonth;
    private final long[] begun;
    private final long[] open;
    private final long[] won;
    private final long[] cents;
    private final long[] ratios;
    private final long[] squares;

    ProductTally(Look look) {
        spells = new Spells(look.firstMonth(), look.months());
        firstMonth = look.firstMonth();
        begun = new long[look.months()];
        open = new long[look.months()];
        won = new long[look.months()];
        cents = new long[look.months()];
        ratios = new long[look.months()];
        squares = new long[look.months()];
    }

    /** @param listPrice of the product; 0 when it is not known */
    void add(Opportunity deal, Look look, double listPrice) {
        boolean closed = deal.closeDay() <= look.asOfDay() && !deal.isOpen();
        long end = closed ? deal.closeDay() : look.asOfDay();
        if (deal.engageDay() <= look.asOfDay()) {
            Spells.Exit exit =
                    !closed ? Spells.Exit.OPEN : deal.stage() == DealStage.WON ? Spells.Exit.AHEAD : Spells.Exit.OUT;
            spells.add(deal.engageDay(), look.watchedFrom(), end, exit);
            count(begun, SalesMonths.of(deal.engageDay()));
            addOpen(deal.engageDay(), closed ? deal.closeDay() : Long.MAX_VALUE);
        }
        if (closed && deal.stage() == DealStage.WON && deal.closeDay() >= look.watchedFrom()) {
            int at = SalesMonths.of(deal.closeDay()) - firstMonth;
            won[at]++;
            cents[at] += (long) Math.rint(deal.amount() * CENTS);
            if (listPrice > 0) {
                double ratio = Math.min(MOST_RATIO, deal.amount() / listPrice);
                ratios[at] += (long) Math.rint(ratio * STEPS);
                squares[at] += (long) Math.rint(ratio * ratio * STEPS);
            }
        }
    }

    private void count(long[] counts, int month) {
        int at = month - firstMonth;
        if (at >= 0 && at < counts.length) {
            counts[at]++;
        }
    }

    private void addOpen(long engageDay, long closeDay) {
        for (int at = 0; at < open.length; at++) {
            long first = SalesMonths.firstDay(firstMonth + at);
            open[at] += engageDay < first && closeDay >= first ? 1 : 0;
        }
    }

    void add(ProductTally other) {
        spells.add(other.spells);
        add(begun, other.begun);
        add(open, other.open);
        add(won, other.won);
        add(cents, other.cents);
        add(ratios, other.ratios);
        add(squares, other.squares);
    }

    static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    Spells spells() {
        return spells;
    }

    /** Returns deals that began in a month. */
    long begun(int month) {
        return begun[month - firstMonth];
    }

    /** Returns deals that were open when a month began. */
    long open(int month) {
        return open[month - firstMonth];
    }

    /** Returns money won in a month. */
    double money(int month) {
        int at = month - firstMonth;
        return at < 0 || at >= cents.length ? 0 : cents[at] / CENTS;
    }

    long wonUntil(int month) {
        return sum(won, month);
    }

    double moneyUntil(int month) {
        return sum(cents, month) / CENTS;
    }

    /** Returns the mean price per list price of the wins before a month; not a number where there is none. */
    double ratioUntil(int month) {
        return sum(ratios, month) / STEPS / sum(won, month);
    }

    /** Returns the standard deviation of that ratio; not a number for fewer than two wins. */
    double spreadUntil(int month) {
        double n = sum(won, month);
        double mean = sum(ratios, month) / STEPS / n;
        return n < 2 ? Double.NaN : Math.sqrt(Math.max(0, sum(squares, month) / STEPS - n * mean * mean) / (n - 1));
    }

    private long sum(long[] counts, int untilMonth) {
        return Arrays.stream(counts, 0, Math.min(counts.length, Math.max(0, untilMonth - firstMonth)))
                .sum();
    }
}
