package io.nqba.console.page.annealing;

import java.util.Map;

/** What people call the formats of problems; {@code problem-upload.js} calls what it recognises the same. */
final class Formats {
    private static final Map<String, String> WORDS = Map.of(
            "DIMOD_JSON", "dimod JSON",
            "COO_JSON", "COO JSON",
            "OR_LIBRARY", "OR-Library text",
            "RUDY", "Gset (rudy) text",
            "QBSOLV", "qbsolv text");

    private Formats() {}

    static String inWords(String format) {
        return WORDS.getOrDefault(format, format);
    }
}
