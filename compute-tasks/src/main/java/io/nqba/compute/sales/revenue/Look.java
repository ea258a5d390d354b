package io.nqba.compute.sales.revenue;

/** Which days of a book are looked at. Crosses the grid wire. */
final class Look {
    private final long asOfDay;
    private final long watchedFrom;
    private final int firstMonth;
    private final int months;

    /**
     * @param asOfDay last day
     * @param watchedFrom first day on which deals were seen closing
     * @param firstMonth its month
     * @param months calendar months touched
     */
    Look(long asOfDay, long watchedFrom, int firstMonth, int months) {
        this.asOfDay = asOfDay;
        this.watchedFrom = watchedFrom;
        this.firstMonth = firstMonth;
        this.months = months;
    }

    long asOfDay() {
        return asOfDay;
    }

    long watchedFrom() {
        return watchedFrom;
    }

    int firstMonth() {
        return firstMonth;
    }

    int months() {
        return months;
    }
}
