package io.nqba.compute.optimisation.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a problem from a stream, as it comes: 12 bytes per coupling while reading (16 where a coefficient does not fit {@code int}), 4 to
 * 8 more while sorting, 8 to 12 in the end. Gzip is recognised by itself. Whatever the bytes are, there is a problem or a refusal that
 * names line or JSON pointer, value and remedy.
 */
public final class ProblemReader {
    private ProblemReader() {}

    /**
     * Reads one problem.
     *
     * @param in document, as it is or compressed once with gzip; not closed
     * @param format how to read it; found out from its first 64 kB when empty
     * @throws io.nqba.model.error.NqbaException if it is no problem, with the code INVALID_PROBLEM
     * @throws IOException if the stream itself fails
     */
    public static ProblemDocument read(InputStream in, Optional<ProblemFormat> format, ReadLimits limits)
            throws IOException {
        return read(in, format, limits, OptionalInt.empty());
    }

    /**
     * Reads one problem.
     *
     * @param number which problem of an OR-Library collection, counted from 1; needed where there are several
     */
    public static ProblemDocument read(
            InputStream in, Optional<ProblemFormat> format, ReadLimits limits, OptionalInt number) throws IOException {
        ByteSource source = ByteSource.open(in, limits.mostBytes());
        byte[] start = source.peek();
        if (start.length == 0) {
            throw Refusal.of("The document is empty.", "Send a problem; docs/formats.md has examples.");
        }
        ProblemFormat found = format.orElseGet(() -> FormatDetection.of(start));
        return switch (found) {
            case DIMOD_JSON -> DimodJson.read(source, limits);
            case COO_JSON -> CooJson.read(source, limits);
            case OR_LIBRARY -> new ProblemDocument(OrLibraryText.read(source, limits, number), List.of(), found);
            case RUDY -> new ProblemDocument(GraphText.read(source, limits), List.of(), found);
            case QBSOLV -> new ProblemDocument(QbsolvText.read(source, limits), List.of(), found);
        };
    }
}
