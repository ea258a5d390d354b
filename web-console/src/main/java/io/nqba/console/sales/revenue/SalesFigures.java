package io.nqba.console.sales.revenue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures that JSON can tell: what is not known, or has no end, is null. */
final class SalesFigures {
    private SalesFigures() {}

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static List<@Nullable Double> known(double[] values) {
        List<@Nullable Double> known = new ArrayList<>();
        for (double value : values) {
            known.add(known(value));
        }
        return known;
    }
}
