package io.nqba.console.page.finance.market;

import io.nqba.console.page.Figures;
import io.nqba.model.finance.MarketRegime;
import io.nqba.model.finance.RegimeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Regimes of one figure over time, on one strip.
 *
 * @param name the figure
 * @param sentence the strip in words
 * @param from first day shown
 * @param to last day shown
 * @param pieces stretches of one regime, oldest first
 */
record RegimeStrip(String name, String sentence, String from, String to, List<Piece> pieces) {
    /**
     * A stretch of one regime.
     *
     * @param style last part of the style class
     * @param at where it begins, as a length
     * @param width how long it is, as a length
     * @param height how high it is drawn: a second carrier of meaning beside the colour
     * @param top where it begins from above
     */
    record Piece(String style, String at, String width, int height, int top) {}

    private static final int FULL = 24;

    static RegimeStrip of(String name, RegimeState[] states, long[] days, int from, MarketRegime now) {
        List<Piece> pieces = new ArrayList<>();
        int length = days.length - from;
        int begin = from;
        for (int t = from + 1; t <= days.length; t++) {
            if (t == days.length || states[t] != states[begin]) {
                int height = switch (states[begin]) {
                    case UNKNOWN -> 2;
                    case LOW -> FULL / 3;
                    case NORMAL -> 2 * FULL / 3;
                    case HIGH -> FULL;
                };
                pieces.add(new Piece(
                        states[begin].name().toLowerCase(Locale.ROOT),
                        percent(begin - from, length),
                        percent(t - begin, length),
                        height,
                        FULL - height));
                begin = t;
            }
        }
        return new RegimeStrip(
                name, sentence(name, now), MarketPage.day(days[from]), MarketPage.day(days[days.length - 1]), pieces);
    }

    private static String sentence(String name, MarketRegime now) {
        if (now.state() == RegimeState.UNKNOWN) {
            return name + ": too little past to judge; it takes a year.";
        }
        return "%s is %s, for %s. Of all judged days %s were low and %s high."
                .formatted(
                        name,
                        MarketPage.word(now.state()),
                        MarketPage.days(now.lastingDays()),
                        Figures.percent(now.lowShare()),
                        Figures.percent(now.highShare()));
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
