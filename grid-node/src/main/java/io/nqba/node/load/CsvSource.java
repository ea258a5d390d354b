package io.nqba.node.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/** A CSV file read record by record, columns found by name; never whole in memory. */
public final class CsvSource {
    private final Path file;
    private final List<String> columns;
    private final char separator;

    /** What is done with a row: its line (from 1, the header included) and the wanted fields in the wanted order. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(long line, List<String> fields);
    }

    /**
     * Names a file and what is wanted of it.
     *
     * @param columns the columns to hand over, in this order; the file may have more
     */
    public CsvSource(Path file, List<String> columns) {
        this(file, columns, ',');
    }

    /** Names a file whose columns stand between other signs than commas. */
    public CsvSource(Path file, List<String> columns, char separator) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.separator = separator;
    }

    /**
     * Returns the first line of a file.
     *
     * @throws NqbaException when it cannot be read
     */
    public static List<String> header(Path file, char separator) {
        CsvSource source = new CsvSource(file, List.of(), separator);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .fieldSeparator(separator)
                .ofCsvRecord(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            return records.hasNext()
                    ? records.next().getFields().stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw source.unreadable(e);
        }
    }

    /**
     * Reads the file.
     *
     * @param badRows where rows with a wrong number of columns are reported
     * @param progress told how many more bytes have been read
     * @throws NqbaException when the file cannot be read, lacks a column, or breaks off within quotes
     */
    public void forEach(BadRows badRows, LongConsumer progress, RowConsumer consumer) {
        try (InputStream in = new CountingStream(Files.newInputStream(file), progress);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = reader.iterator();
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            int[] places = places(header);
            while (records.hasNext()) {
                accept(records.next(), header.size(), places, badRows, consumer);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        } catch (CsvParseException e) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The file (%s) is no valid CSV: %s".formatted(file, e.getMessage()),
                    "Repair the quotes there; everything before that line has been loaded.",
                    List.of(),
                    e);
        }
    }

    private void accept(CsvRecord row, int width, int[] places, BadRows badRows, RowConsumer consumer) {
        if (row.getFieldCount() != width) {
            badRows.refuse(
                    file,
                    row.getStartingLineNumber(),
                    "row",
                    String.join(",", row.getFields()),
                    "It has %d columns, the header has %d.".formatted(row.getFieldCount(), width),
                    "Write as many columns as the header; use a point in decimal numbers.");
            return;
        }
        List<String> fields =
                java.util.Arrays.stream(places).mapToObj(row::getField).toList();
        consumer.accept(row.getStartingLineNumber(), fields);
    }

    private int[] places(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The file (%s) has no column %s; its first line is (%s)."
                                .formatted(file, column, String.join(",", names)),
                        "Begin the file with a header that names the columns %s.".formatted(String.join(",", columns)));
            }
        }
        return columns.stream().mapToInt(names::indexOf).toArray();
    }

    private NqbaException unreadable(Exception cause) {
        return new NqbaException(
                ErrorCode.DATA_SET_NOT_FOUND,
                "The file (%s) cannot be read.".formatted(file),
                "Check the path and the permissions.",
                List.of(),
                cause);
    }

    private static final class CountingStream extends FilterInputStream {
        private final LongConsumer progress;

        CountingStream(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            progress.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            progress.accept(Math.max(0, count));
            return count;
        }
    }
}
