package io.nqba.console.page.annealing;

import io.nqba.console.page.Figures;

/** How often something happens a second, as people read it; {@code annealing-page.js} has a twin. */
final class Rates {
    private Rates() {}

    /** Returns {@code 152.4 M/s}, {@code 12.3 k/s} or {@code 812 /s}; a dash when it is unknown. */
    static String perSecond(double rate) {
        if (!Double.isFinite(rate)) {
            return "–";
        }
        if (rate >= 1e6) {
            return Figures.number(rate / 1e6, 1) + "\u00a0M/s";
        }
        return rate >= 1e3 ? Figures.number(rate / 1e3, 1) + "\u00a0k/s" : Figures.number(rate, 0) + "\u00a0/s";
    }
}
