package io.nqba.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** A CSV file read record by record, columns found by name; never whole in memory. */
public final class CsvSource {
    private final CsvInput file;
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
        this(CsvInput.of(file), columns, ',');
    }

    /** Names a file whose columns stand between other signs than commas. */
    public CsvSource(CsvInput file, List<String> columns, char separator) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.separator = separator;
    }

    /**
     * Returns the first line of a file whose columns people will map by their names.
     *
     * @throws NqbaException when it cannot be read, or two columns have the same name
     */
    public static List<String> header(CsvInput file, char separator) {
        CsvSource source = new CsvSource(file, List.of(), separator);
        try (CsvReader<CsvRecord> reader = source.reader(file.opening().open())) {
            Iterator<CsvRecord> records = reader.iterator();
            return records.hasNext() ? source.different(source.header(records.next())) : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw source.unreadable(e);
        } catch (CsvParseException e) {
            throw source.broken(e);
        }
    }

    /**
     * Reads the file.
     *
     * @param badRows where rows with a wrong number of columns are reported
     * @param progress told how many more bytes have been read
     * @throws NqbaException when the file cannot be read, lacks a column, or breaks off within quotes
     */
    public void forEach(Refusals badRows, LongConsumer progress, RowConsumer consumer) {
        try (CsvReader<CsvRecord> reader =
                reader(new CountingStream(file.opening().open(), progress))) {
            Iterator<CsvRecord> records = reader.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : List.of();
            int[] places = places(header);
            while (records.hasNext()) {
                accept(records.next(), header.size(), places, badRows, consumer);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    /** Bytes that are no UTF-8 are an error: letters that nobody wrote would be stored for ever. */
    private CsvReader<CsvRecord> reader(InputStream in) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(in, decoder));
    }

    private List<String> header(CsvRecord first) {
        List<String> names = new ArrayList<>();
        for (String name : first.getFields()) {
            // A spreadsheet may put a byte order mark before the first name.
            String plain = name.replace("\uFEFF", "").strip();
            names.add(plain);
        }
        return names;
    }

    private List<String> different(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The file (%s) has two columns called (%s).".formatted(file.label(), name),
                        "Give each column in the first line a name of its own.");
            }
        }
        return names;
    }

    private void accept(CsvRecord row, int width, int[] places, Refusals badRows, RowConsumer consumer) {
        if (row.getFieldCount() != width) {
            badRows.refuse(
                    file.name(),
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

    private int[] places(List<String> names) {
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The file (%s) has no column %s; its first line is (%s)."
                                .formatted(file.label(), column, String.join(",", names)),
                        "Begin the file with a header that names the columns %s.".formatted(String.join(",", columns)));
            }
        }
        return columns.stream().mapToInt(names::indexOf).toArray();
    }

    private NqbaException broken(CsvParseException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CharacterCodingException) {
                return notUtf8(cause);
            }
        }
        return new NqbaException(
                ErrorCode.INVALID_DATA,
                "The file (%s) is no valid CSV: %s".formatted(file.label(), cause.getMessage()),
                "Repair the quotes there; everything before that line has been loaded.",
                List.of(),
                cause);
    }

    private NqbaException unreadable(Exception cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CharacterCodingException) {
                return notUtf8(cause);
            }
        }
        return new NqbaException(
                ErrorCode.DATA_SET_NOT_FOUND,
                "The file (%s) cannot be read.".formatted(file.label()),
                "Check the path and the permissions.",
                List.of(),
                cause);
    }

    private NqbaException notUtf8(Exception cause) {
        return new NqbaException(
                ErrorCode.INVALID_DATA,
                "The file (%s) is not written in UTF-8.".formatted(file.label()),
                "Save it as UTF-8; spreadsheets call it CSV UTF-8.",
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
