package io.nqba.console.page.annealing;

import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The form that hands in a problem, as the reader typed it.
 *
 * @param text the problem; empty where a file is sent
 * @param name what people shall call it
 * @param format name of the format; empty to find out
 * @param number which problem of a collection
 */
public record SubmitForm(String text, String name, String format, String number) {
    static final SubmitForm EMPTY = new SubmitForm("", "", "", "1");

    /**
     * One choice of the format.
     *
     * @param key its name; empty to find out
     * @param name what people call it
     */
    public record Format(String key, String name) {}

    static final List<Format> FORMATS = List.of(
            new Format("", "Found out by itself"),
            new Format("RUDY", Formats.inWords("RUDY")),
            new Format("OR_LIBRARY", Formats.inWords("OR_LIBRARY")),
            new Format("QBSOLV", Formats.inWords("QBSOLV")),
            new Format("DIMOD_JSON", Formats.inWords("DIMOD_JSON")),
            new Format("COO_JSON", Formats.inWords("COO_JSON")));

    static SubmitForm of(MultiValueMap<String, String> fields) {
        return new SubmitForm(
                first(fields, "text"), first(fields, "name"), first(fields, "format"), first(fields, "number"));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
