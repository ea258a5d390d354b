package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.SalesMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The months and quarters that a forecast looks at: the rest of the present ones first, each quarter after its months. */
final class Stretches {
    private final long asOfDay;
    private final List<int[]> months = new ArrayList<>();

    /** @param quarters calendar quarters, that of the next day included */
    Stretches(long asOfDay, int quarters) {
        this.asOfDay = asOfDay;
        int next = SalesMonths.of(asOfDay + 1);
        int start = next - SalesMonths.ofQuarter(next);
        for (int q = 0; q < quarters; q++) {
            int from = start + q * SalesMonths.A_QUARTER;
            for (int month = Math.max(next, from); month < from + SalesMonths.A_QUARTER; month++) {
                months.add(new int[] {month, month});
            }
            months.add(new int[] {from, from + SalesMonths.A_QUARTER - 1});
        }
    }

    long[] fromDays() {
        return months.stream()
                .mapToLong(each -> Math.max(asOfDay + 1, SalesMonths.firstDay(each[0])))
                .toArray();
    }

    long[] toDays() {
        return months.stream().mapToLong(each -> SalesMonths.lastDay(each[1])).toArray();
    }

    boolean isQuarter(int at) {
        return months.get(at)[0] != months.get(at)[1];
    }

    /** Returns the months of a stretch that have begun and are in the book. */
    IntStream bookedMonths(int at) {
        return IntStream.rangeClosed(months.get(at)[0], Math.min(months.get(at)[1], SalesMonths.of(asOfDay)));
    }
}
