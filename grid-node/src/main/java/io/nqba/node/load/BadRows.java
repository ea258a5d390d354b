package io.nqba.node.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Report of what a load left out, one line each, written as it goes: file, line, field, value, problem, remedy. The file is
 * created with the first entry.
 */
public final class BadRows implements AutoCloseable {
    private static final int LONGEST_VALUE = 80;

    private final Path report;
    private final boolean written;
    private @Nullable CsvWriter writer;
    private long refused;
    private long gaps;

    public BadRows(Path report) {
        this(report, true);
    }

    private BadRows(Path report, boolean written) {
        this.report = report;
        this.written = written;
    }

    /** Returns a count without a file, for a first look at what a second reading will report. */
    public static BadRows unwritten() {
        return new BadRows(Path.of(""), false);
    }

    /** Reports a row that was left out. Lines count from 1, the header included. */
    public void refuse(Path file, long line, String field, String value, String problem, String remedy) {
        refused++;
        write(file, line, field, value, problem, remedy);
    }

    /** Reports a stretch of missing rows. */
    public void gap(Path file, long line, String value, long intervals) {
        gaps++;
        write(
                file,
                line,
                "start",
                value,
                "%d intervals are missing before this line.".formatted(intervals),
                "Load them later, or accept that reports leave them out.");
    }

    private void write(Path file, long line, String field, String value, String problem, String remedy) {
        if (!written) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        opened().writeRecord(name, Long.toString(line), field, shown, problem, remedy);
    }

    private CsvWriter opened() {
        if (writer == null) {
            try {
                writer = CsvWriter.builder().build(report, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new NqbaException(
                        ErrorCode.UNREADABLE_DIRECTORY,
                        "The report of refused rows (%s) cannot be written.".formatted(report),
                        "Name a writable file with --report.",
                        List.of(),
                        e);
            }
            writer.writeRecord("file", "line", "field", "value", "problem", "remedy");
        }
        return writer;
    }

    public long refused() {
        return refused;
    }

    public long gaps() {
        return gaps;
    }

    public Path report() {
        return report;
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
