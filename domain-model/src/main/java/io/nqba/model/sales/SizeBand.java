package io.nqba.model.sales;

import java.util.List;

/** How large an account is: ranges of people employed. */
public final class SizeBand {
    private static final int[] FROM = {1, 50, 250, 1_000, 5_000};
    private static final List<String> NAMES = List.of("1-49", "50-249", "250-999", "1000-4999", "5000+");

    private SizeBand() {}

    /** Returns the range of an account; empty when it is not known. */
    public static String of(int employees) {
        for (int band = FROM.length - 1; band >= 0; band--) {
            if (employees >= FROM[band]) {
                return NAMES.get(band);
            }
        }
        return "";
    }

    /** Returns all ranges, the smallest first. */
    public static List<String> names() {
        return NAMES;
    }
}
