package io.nqba.compute.optimisation.format;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/** The one kind of error that a document can cause. */
final class Refusal {
    private static final int LONGEST_SHOWN = 40;

    private Refusal() {}

    static NqbaException of(String problem, String remedy) {
        return new NqbaException(ErrorCode.INVALID_PROBLEM, problem, remedy);
    }

    /** Returns foreign text as it may stand in a message: short and without control characters. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int k = 0; k < Math.min(text.length(), LONGEST_SHOWN); k++) {
            char c = text.charAt(k);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.length() > LONGEST_SHOWN ? shown + "..." : shown.toString();
    }
}
