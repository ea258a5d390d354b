package io.nqba.node.finance;

/** What one generated instrument cost, day by day. Shape {@code [days]}; not a number where it is not traded. */
final class GeneratedSeries {
    private final double[] paid;
    private final double[] sharesOfToday;

    /**
     * @param paid closes as they were paid
     * @param sharesOfToday how many shares of the last day one share of each day has become
     */
    GeneratedSeries(double[] paid, double[] sharesOfToday) {
        this.paid = paid;
        this.sharesOfToday = sharesOfToday;
    }

    boolean isTraded(int day) {
        return !Double.isNaN(paid[day]);
    }

    double paid(int day) {
        return paid[day];
    }

    double sharesOfToday(int day) {
        return sharesOfToday[day];
    }

    /** Returns a close in shares of today. */
    double adjusted(int day) {
        return paid[day] / sharesOfToday[day];
    }

    /** Returns all closes in shares of today. */
    double[] adjusted() {
        double[] adjusted = new double[paid.length];
        for (int day = 0; day < adjusted.length; day++) {
            adjusted[day] = adjusted(day);
        }
        return adjusted;
    }

    /** Returns the last close; 1 when it was never traded. */
    double last() {
        for (int day = paid.length - 1; day >= 0; day--) {
            if (isTraded(day)) {
                return paid[day] / sharesOfToday[day];
            }
        }
        return 1;
    }
}
