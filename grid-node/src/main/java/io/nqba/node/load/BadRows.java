package io.nqba.node.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.nqba.intake.Refusals;
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
public final class BadRows implements AutoCloseable, Refusals {
    private static final int LONGEST_VALUE = 80;

    private final Path report;
    private @Nullable CsvWriter writer;
    private long refused;
    private long gaps;

    public BadRows(Path report) {
        this.report = report;
    }

    @Override
    public void refuse(String file, long line, String field, String value, String problem, String remedy) {
        refused++;
        write(file, line, field, value, problem, remedy);
    }

    /** Reports a row of a file that was left out. */
    public void refuse(Path file, long line, String field, String value, String problem, String remedy) {
        refuse(String.valueOf(file.getFileName()), line, field, value, problem, remedy);
    }

    /** Reports a stretch of missing rows. */
    public void gap(Path file, long line, String value, long intervals) {
        gaps++;
        write(
                String.valueOf(file.getFileName()),
                line,
                "start",
                value,
                "%d intervals are missing before this line.".formatted(intervals),
                "Load them later, or accept that reports leave them out.");
    }

    private void write(String file, long line, String field, String value, String problem, String remedy) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        opened().writeRecord(file, Long.toString(line), field, shown, problem, remedy);
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

    @Override
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
