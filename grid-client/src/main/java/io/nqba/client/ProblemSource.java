package io.nqba.client;

import io.nqba.model.error.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the text of a problem comes from, and how to read it.
 *
 * @param name what people shall call the problem
 * @param format name of its format, or empty text to let the grid find out
 * @param number which problem of a collection, from 1; 0 where none is named, which a collection of several refuses
 * @param content opens the text, plain or as gzip; closed after use
 */
public record ProblemSource(String name, String format, int number, Content content) {
    /** Opens a text. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public ProblemSource {
        Require.text("name", name);
        Require.within("number", number, 0, 1_000_000);
    }

    /** Returns a file, named after itself. */
    public static ProblemSource file(Path file) {
        return new ProblemSource(String.valueOf(file.getFileName()), "", 0, () -> Files.newInputStream(file));
    }

    /** Returns a text in memory. */
    public static ProblemSource text(String name, String text) {
        return new ProblemSource(name, "", 0, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the same text under another name. */
    public ProblemSource named(String newName) {
        return new ProblemSource(newName, format, number, content);
    }

    /** Returns the same text, to be read in the format given and no other. */
    public ProblemSource in(String newFormat) {
        return new ProblemSource(name, newFormat, number, content);
    }

    /** Returns problem {@code newNumber} of the collection in the same text, from 1. */
    public ProblemSource problem(int newNumber) {
        return new ProblemSource(name, format, newNumber, content);
    }
}
