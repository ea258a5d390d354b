package io.nqba.compute.optimisation.format;

import io.nqba.model.error.NqbaException;
import java.io.IOException;

/** Whether a text holds as many entries as it announces. */
final class TextCount {
    private TextCount() {}

    static NqbaException tooFew(TextWords words, int count, int announced) {
        return words.refused(
                "ends the text after %d entries where the first line announces %d".formatted(count, announced),
                "Check whether the text was cut off, or correct the first line.");
    }

    static void requireEnd(TextWords words, int announced) throws IOException {
        if (words.nextLine()) {
            throw words.refused(
                    "goes on after the %d entries that the first line announces".formatted(announced),
                    "Remove what follows, or correct the first line.");
        }
    }
}
