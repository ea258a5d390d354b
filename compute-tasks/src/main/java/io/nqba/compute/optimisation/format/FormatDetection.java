package io.nqba.compute.optimisation.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the format of a document from its first bytes. */
final class FormatDetection {
    private static final Pattern FIELD = Pattern.compile(
            "\"(?:(type|version|use_bytes|index_type|bias_type|num_variables|num_interactions|variable_labels|variable_type"
                    + "|linear_biases|quadratic_biases|quadratic_head|quadratic_tail)"
                    + "|(sense|domain|size|linear|couplings|labels))\"\\s*:");
    private static final int SHOWN_BYTES = 4;

    private FormatDetection() {}

    /**
     * Returns the format. Text of a graph and of a QUBO differ only by entries {@code i i q} and by the number in front of a
     * collection; where neither is in sight it counts as a graph.
     *
     * @param start first bytes of the document, not empty
     */
    static ProblemFormat of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String content = withoutMark(text).stripLeading();
        if (content.isEmpty()) {
            throw Refusal.of("The document starts with %d blanks.".formatted(start.length), "Start with the problem.");
        }
        char first = content.charAt(0);
        if (first == '{') {
            return json(content);
        }
        if (first == 'c' || first == 'p') {
            return ProblemFormat.QBSOLV;
        }
        if ((first >= '0' && first <= '9') || first == '#' || first == '-' || first == '+') {
            return lines(content);
        }
        throw unknown(start);
    }

    private static ProblemFormat json(String content) {
        Matcher field = FIELD.matcher(content);
        return field.find() && field.group(1) != null ? ProblemFormat.DIMOD_JSON : ProblemFormat.COO_JSON;
    }

    private static ProblemFormat lines(String content) {
        boolean header = true;
        for (String line : content.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", 4);
            if (words[0].isEmpty() || words[0].charAt(0) == '#') {
                continue;
            }
            if (header ? words.length == 1 : words.length == 3 && words[0].equals(words[1])) {
                return ProblemFormat.OR_LIBRARY;
            }
            header = false;
        }
        return ProblemFormat.RUDY;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }

    private static RuntimeException unknown(byte[] start) {
        StringBuilder shown = new StringBuilder();
        for (int k = 0; k < Math.min(SHOWN_BYTES, start.length); k++) {
            shown.append(k == 0 ? "" : " ").append("%02x".formatted(start[k] & 0xff));
        }
        return Refusal.of(
                "The document starts with the bytes (%s), which no known format does.".formatted(shown),
                "Send dimod or COO JSON, or OR-Library, rudy or qbsolv text, as it is or compressed once with gzip.");
    }
}
