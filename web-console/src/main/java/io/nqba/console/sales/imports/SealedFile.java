package io.nqba.console.sales.imports;

import io.nqba.intake.CsvInput;
import io.nqba.intake.CsvSource;
import io.nqba.intake.Refusals;
import io.nqba.intake.sales.ColumnProfile;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.privacy.PersonalVault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** A file that lies in the grid in sealed pieces, opened piece by piece as it is read. Reading blocks. */
final class SealedFile {
    private static final Set<String> UNKNOWN = Set.of("", "unknown", "n/a", "na", "null", "none", "?");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final CsvInput input;

    SealedFile(ImportGateway.Rows rows, PersonalVault vault, String importId, String name, int pieces, long bytes) {
        this.input = new CsvInput(
                name,
                name,
                bytes,
                () -> new Pieces(pieces, number -> vault.openPiece(importId, number, rows.piece(importId, number))));
    }

    CsvInput input() {
        return input;
    }

    /** Returns the sign that stands most often in the first line. */
    char separator() {
        StringBuilder line = new StringBuilder();
        try (InputStream in = input.opening().open()) {
            for (int next = in.read(); next >= 0 && next != '\n' && line.length() < 100_000; next = in.read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            throw new NqbaException(ErrorCode.INVALID_DATA, "The file cannot be read.", "Send it again.", List.of(), e);
        }
        char best = ',';
        for (char sign : SEPARATORS) {
            if (count(line, sign) > count(line, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(CharSequence line, char sign) {
        return line.chars().filter(letter -> letter == sign).count();
    }

    /** Reads the whole file and says what stands in each column. */
    List<ImportDetails.Column> columns(List<String> header, char separator) {
        List<String> names = header.stream().filter(name -> !name.isEmpty()).toList();
        List<ColumnProfile> profiles =
                names.stream().map(name -> new ColumnProfile()).toList();
        long[] rows = {0};
        new CsvSource(input, names, separator).forEach(new Ignored(), bytes -> {}, (line, row) -> {
            rows[0]++;
            for (int i = 0; i < row.size(); i++) {
                profiles.get(i).add(row.get(i), known(row.get(i)));
            }
        });
        List<ImportDetails.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ImportDetails.Column(
                    names.get(i), profiles.get(i).unknown(), rows[0], holds(profiles.get(i), rows[0])));
        }
        return columns;
    }

    private static String holds(ColumnProfile profile, long rows) {
        if (profile.unknown() == rows) {
            return "nothing";
        }
        return profile.isNumber()
                ? "numbers"
                : profile.isText() ? "text" : profile.words().size() + " words";
    }

    /** Returns the first rows as they stand there. */
    List<List<String>> beginning(List<String> header, char separator, int count) {
        List<List<String>> rows = new ArrayList<>();
        List<String> names = header.stream().filter(name -> !name.isEmpty()).toList();
        try {
            new CsvSource(input, names, separator).forEach(new Ignored(), bytes -> {}, (line, row) -> {
                rows.add(row.stream()
                        .map(text -> text.length() > 60 ? text.substring(0, 60) + "…" : text)
                        .toList());
                if (rows.size() == count) {
                    throw new Enough();
                }
            });
        } catch (Enough enough) {
            return rows;
        }
        return rows;
    }

    private static boolean known(String text) {
        return !UNKNOWN.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The pieces one after the other, one at a time in memory. */
    private static final class Pieces extends InputStream {
        private final int count;
        private final IntFunction<byte[]> opened;
        private byte[] piece = {};
        private int next;
        private int at;

        Pieces(int count, IntFunction<byte[]> opened) {
            this.count = count;
            this.opened = opened;
        }

        @Override
        public int read() {
            return more() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!more()) {
                return -1;
            }
            int taken = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, offset, taken);
            at += taken;
            return taken;
        }

        private boolean more() {
            while (at == piece.length && next < count) {
                piece = opened.apply(next++);
                at = 0;
            }
            return at < piece.length;
        }
    }

    /** Ends a reading early. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** For a first look at what a check will report. */
    private static final class Ignored implements Refusals {
        @Override
        public void refuse(String file, long line, String field, String value, String problem, String remedy) {
            // The check tells.
        }

        @Override
        public long refused() {
            return 0;
        }
    }
}
