package io.nqba.intake.sales;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands in one column of a file: how much is unknown, whether all of it is numbers, which words there are. */
public final class ColumnProfile {
    /** More words than these are no category but text, such as names or notes. */
    static final int MOST_WORDS = 250;

    private final Map<String, Long> words = new LinkedHashMap<>();
    private long rows;
    private long unknown;
    private long numbers;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    /** Returns a number, NaN for a text that is none. */
    public static double number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    public void add(String text, boolean known) {
        rows++;
        if (!known) {
            unknown++;
            return;
        }
        double value = number(text);
        if (!Double.isNaN(value)) {
            numbers++;
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        if (words.size() <= MOST_WORDS) {
            words.merge(text.strip(), 1L, Long::sum);
        }
    }

    /** Nearly all numbers: what is not one then is a bad row, not a word. */
    public boolean isNumber() {
        long known = rows - unknown;
        return known > 0 && numbers >= known - known / 20;
    }

    public boolean isText() {
        return !isNumber() && words.size() > MOST_WORDS;
    }

    /** Returns the words in the order of their letters: the same file in another order makes the same schema. */
    public List<String> words() {
        return words.keySet().stream().sorted().toList();
    }

    public String summary() {
        String what = isNumber()
                ? String.format(Locale.ROOT, "numbers %s to %s", smallest, largest)
                : isText() ? "text, left out" : words.size() + " words";
        return String.format(Locale.ROOT, "%.1f %% unknown, %s", 100.0 * unknown / Math.max(1, rows), what);
    }

    /** Returns how many rows say nothing there. */
    public long unknown() {
        return unknown;
    }
}
