package io.nqba.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list that one value is chosen from.
 *
 * @param name its name in the address or form
 * @param label what it is
 * @param options its values, the first one for none or all
 */
public record Choice(String name, String label, List<Option> options) {
    public Choice {
        options = List.copyOf(options);
    }

    /**
     * One value.
     *
     * @param key its name in the address or form; empty for none or all
     * @param words what the reader sees
     */
    public record Option(String key, String words, boolean chosen) {}

    /**
     * Returns a choice.
     *
     * @param none words for none or all
     * @param values words by key, in their order
     * @param chosen key of the chosen one; one that is not listed is added, so that a form never changes it silently
     */
    public static Choice of(String name, String label, String none, Map<String, String> values, String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", none, chosen.isEmpty()));
        values.forEach((key, words) -> options.add(new Option(key, words, key.equals(chosen))));
        if (!chosen.isEmpty() && !values.containsKey(chosen)) {
            options.add(new Option(chosen, chosen, true));
        }
        return new Choice(name, label, options);
    }
}
