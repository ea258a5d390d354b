package io.nqba.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text of a file, which can be read more than once.
 *
 * @param label what an error calls it, such as its path
 * @param name its name without folders
 * @param bytes its size; 0 when it is not known
 * @param opening opens it from its beginning
 */
public record CsvInput(String label, String name, long bytes, Opening opening) {
    /** Opens a file. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Returns a file of this machine; whether it can be read is found when it is. */
    public static CsvInput of(Path file) {
        return new CsvInput(
                file.toString(), String.valueOf(file.getFileName()), size(file), () -> Files.newInputStream(file));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
