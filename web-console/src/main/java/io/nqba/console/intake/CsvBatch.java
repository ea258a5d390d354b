package io.nqba.console.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.IntakeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A batch as comma-separated values: a header that names the columns in any order, then a row each. Build it once; it keeps no
 * state of a request.
 *
 * @param <R> what a row becomes
 */
public final class CsvBatch<R> {
    private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)](.*)");
    private static final int SHOWN_LENGTH = 80;

    private final SortedSet<String> required;
    private final SortedSet<String> known;
    private final Function<CsvRow, R> reading;

    /**
     * @param required columns that must be there
     * @param optional columns that may; any other is refused, since a misspelt one would be lost without a word
     * @param reading makes a row of its fields
     */
    public CsvBatch(Set<String> required, Set<String> optional, Function<CsvRow, R> reading) {
        this.required = new TreeSet<>(required);
        this.known = new TreeSet<>(required);
        this.known.addAll(optional);
        this.reading = reading;
    }

    /**
     * What stood in a batch. Rows are counted from 0, without the header.
     *
     * @param places the place in the batch of each row that could be read
     * @param unreadable the other rows, by their place
     */
    public record Content<R>(List<R> rows, List<Integer> places, Map<Integer, FieldProblem> unreadable) {
        int size() {
            return rows.size() + unreadable.size();
        }

        /** Returns the report on the readable rows, its places those of the batch, with the unreadable ones among them. */
        IntakeReport withUnreadable(IntakeReport report) {
            TreeMap<Integer, FieldProblem> problems = new TreeMap<>(unreadable);
            for (FieldProblem problem : report.problems()) {
                Matcher field = ROW.matcher(problem.field());
                if (!field.matches()) {
                    throw new IllegalStateException("The problem (%s) names no row.".formatted(problem));
                }
                int place = places.get(Integer.parseInt(field.group(1)));
                problems.put(
                        place,
                        new FieldProblem(
                                "rows[%d]%s".formatted(place, field.group(2)),
                                problem.value(),
                                problem.problem(),
                                problem.remedy()));
            }
            return new IntakeReport(report.accepted(), List.copyOf(problems.values()));
        }
    }

    /**
     * Reads a batch.
     *
     * @throws NqbaException {@code INVALID_REQUEST} when it has no rows or too many, or its header lacks a column, repeats or has an unknown one
     */
    public Content<R> read(String text) {
        List<R> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Map<Integer, FieldProblem> unreadable = new HashMap<>();
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            for (CsvRecord line : lines) {
                if (header == null) {
                    header = header(line.getFields());
                    continue;
                }
                int place = rows.size() + unreadable.size();
                refuseMoreThanFit(place);
                CsvRow row = new CsvRow(place, header, line.getFields());
                R made = reading.apply(row);
                FieldProblem problem = row.problem();
                if (problem == null) {
                    rows.add(made);
                    places.add(place);
                } else {
                    unreadable.put(place, problem);
                }
            }
        } catch (CsvParseException e) {
            throw refused("body", "", "It is no table of comma-separated values.", "Close every quoted field.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() && unreadable.isEmpty()) {
            throw refused("rows", "", "There are none.", "Send a header and at least one row.", null);
        }
        return new Content<>(rows, places, unreadable);
    }

    private static void refuseMoreThanFit(int place) {
        if (place >= BatchIntake.MAX_ROWS) {
            throw refused(
                    "rows",
                    "more than " + BatchIntake.MAX_ROWS,
                    "There are too many.",
                    "Send at most %d rows at a time.".formatted(BatchIntake.MAX_ROWS),
                    null);
        }
    }

    private Map<String, Integer> header(List<String> names) {
        Map<String, Integer> header = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            // A spreadsheet may put a byte order mark before the first name.
            String name = names.get(i).replace("\uFEFF", "").strip();
            if (!known.contains(name)) {
                throw wrongHeader(
                        names,
                        "There is no column %s.".formatted(shown(name)),
                        "Remove it, or use one of these",
                        known);
            }
            if (header.put(name, i) != null) {
                throw wrongHeader(names, "The column %s is there twice.".formatted(name), "Name each once", known);
            }
        }
        for (String column : required) {
            if (!header.containsKey(column)) {
                throw wrongHeader(
                        names,
                        "The column %s is missing.".formatted(column),
                        "Name the columns in the first line, at least these",
                        required);
            }
        }
        return header;
    }

    private static NqbaException wrongHeader(
            List<String> names, String problem, String remedy, SortedSet<String> columns) {
        return refused(
                "header",
                shown(String.join(",", names)),
                problem,
                "%s: %s.".formatted(remedy, String.join(", ", columns)),
                null);
    }

    static String shown(String value) {
        return value.length() <= SHOWN_LENGTH ? value : value.substring(0, SHOWN_LENGTH) + "…";
    }

    private static NqbaException refused(
            String field, String value, String problem, String remedy, @Nullable Throwable cause) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The batch cannot be read: %s (%s). %s".formatted(field, value, problem),
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                cause);
    }
}
