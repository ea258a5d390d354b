package io.nqba.compute.optimisation.format;

/** JSON texts (RFC 8259). */
final class JsonText {
    private JsonText() {}

    /** Appends a text in quotes. */
    static void quote(String text, StringBuilder target) {
        target.append('"');
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '"' || c == '\\') {
                target.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // A lone surrogate is no UTF-8; a pair reads back from its two escapes.
                target.append("\\u%04x".formatted((int) c));
            } else {
                target.append(c);
            }
        }
        target.append('"');
    }
}
