package io.nqba.compute.kernel.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One side of a limit on the weights, as a row: exposures · weights + costShare · cost ≤ limit.
 *
 * @param name as the user knows it
 * @param side how the limit binds: {@code at most}, {@code at least} or {@code exactly}
 * @param exposures shape {@code [assets]}
 * @param costShare share of the trading cost that counts against the limit
 * @param turnoverShare share of the turnover that counts against the limit
 * @param limit in the row's own sign
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record NamedRow(String name, Side side, double[] exposures, double costShare, double turnoverShare, double limit) {
    enum Side {
        AT_MOST("at most"),
        AT_LEAST("at least"),
        EXACTLY("exactly");

        private final String text;

        Side(String text) {
            this.text = text;
        }
    }

    static NamedRow atMost(String name, double[] exposures, double most) {
        return new NamedRow(name, Side.AT_MOST, exposures, 0, 0, most);
    }

    static NamedRow atLeast(String name, double[] exposures, double least) {
        return new NamedRow(name, Side.AT_LEAST, negative(exposures), 0, 0, -least);
    }

    /** The limit as the user gave it. */
    double shownLimit() {
        return side == Side.AT_LEAST ? -limit : limit;
    }

    String words() {
        return "%s %s %s".formatted(name, side.text, shown(shownLimit()));
    }

    static String shown(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    static double[] negative(double[] values) {
        double[] negative = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            negative[j] = -values[j];
        }
        return negative;
    }
}
