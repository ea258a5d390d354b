package io.nqba.compute.optimisation.format;

import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The words of a text, line by line, read byte by byte: nothing is kept but the word at hand. Lines that are blank or start with the
 * comment letter are skipped. Lines end with LF or CR LF.
 */
final class TextWords implements Places {
    private static final int LONGEST_WORD = 128;
    private static final int MOST_DIGITS = 18;
    private static final int BYTE_ORDER_MARK = 0xef;
    private static final String VARIABLES = "Write two variables and the weight.";

    private final ByteSource in;
    private final char comment;
    private final int firstVariable;
    private final LineOfEntry lines = new LineOfEntry();
    private final byte[] word = new byte[LONGEST_WORD];
    private int length;
    private int ahead;
    private long line;
    private long lineWithContent;
    private long parsed;

    /**
     * @param comment what a line to be skipped starts with
     * @param firstVariable how the text counts variable 0
     */
    TextWords(ByteSource in, char comment, int firstVariable) throws IOException {
        this.in = in;
        this.comment = comment;
        this.firstVariable = firstVariable;
        this.ahead = in.read();
        if (ahead == BYTE_ORDER_MARK) {
            in.skip(2);
            ahead = in.read();
        }
    }

    /** Goes to the next line with content; false at the end of the text. The line before must have been read to its end. */
    boolean nextLine() throws IOException {
        line++;
        if (ahead == '\n') {
            line += line > 1 ? 0 : 1;
            ahead = in.read();
        }
        while (true) {
            skipBlanks();
            if (ahead == comment) {
                while (ahead != '\n' && ahead >= 0) {
                    ahead = in.read();
                }
            }
            if (ahead != '\n') {
                lineWithContent = ahead >= 0 ? line : lineWithContent;
                return ahead >= 0;
            }
            ahead = in.read();
            line++;
        }
    }

    /** Reads the next word of the line; false at its end. */
    boolean nextWord() throws IOException {
        skipBlanks();
        length = 0;
        while (ahead > ' ' && ahead < 0x7f) {
            if (length == LONGEST_WORD) {
                throw refused(
                        "holds a word of more than %d characters (%s)".formatted(LONGEST_WORD, shown()),
                        "Separate numbers by blanks, and write none with more digits.");
            }
            word[length++] = (byte) ahead;
            ahead = in.read();
        }
        if (ahead >= 0 && !isBlank(ahead) && ahead != '\n') {
            throw refused(
                    "holds a byte that is no text (0x%02x)".formatted(ahead),
                    "Send plain ASCII text, as it is or compressed once with gzip.");
        }
        return length > 0;
    }

    /** Returns the word at hand. */
    String word() {
        return new String(word, 0, length, StandardCharsets.US_ASCII);
    }

    /** Returns whether the line has no further word. */
    boolean atLineEnd() throws IOException {
        skipBlanks();
        return ahead == '\n' || ahead < 0;
    }

    /** Reads past the rest of the line. */
    void skipLine() throws IOException {
        while (ahead != '\n' && ahead >= 0) {
            ahead = in.read();
        }
    }

    /** Refuses a line with further words. */
    void requireLineEnd(String remedy) throws IOException {
        if (!atLineEnd()) {
            nextWord();
            throw refused("has more words than it should (%s)".formatted(shown()), remedy);
        }
    }

    /** Reads the next word as an integer within bounds. */
    long whole(String name, long least, long most, String remedy) throws IOException {
        requireWord(name, remedy);
        if (!isShortInteger() && !word().matches("[+-]?[0-9]+")) {
            throw refused("gives the %s as (%s), which is not a whole number".formatted(name, shown()), remedy);
        }
        if (!isShortInteger() || parsed < least || parsed > most) {
            throw refused(
                    "gives the %s as (%s), which must lie between %d and %d".formatted(name, shown(), least, most),
                    remedy);
        }
        return parsed;
    }

    /** Reads the next word as a variable, counted from 0 in what is returned. */
    int variable(int size) throws IOException {
        requireWord("variable", VARIABLES);
        if (!isShortInteger() || parsed < firstVariable || parsed - firstVariable >= size) {
            throw refused(
                    "gives the variable as (%s)".formatted(shown()),
                    "Number the %d variables from %s.".formatted(size, firstVariable == 1 ? "1 to n" : "0 to n - 1"));
        }
        return (int) (parsed - firstVariable);
    }

    /** Reads the next word as a coefficient. */
    void figure(Figure figure) throws IOException {
        requireWord("weight", VARIABLES);
        Figure.Flaw flaw = isShortInteger() ? figure.set(parsed) : figure.parse(word());
        if (flaw != Figure.Flaw.NONE) {
            throw refused("gives the weight as (%s), which %s".formatted(shown(), flaw.what()), flaw.remedy());
        }
    }

    /** Notes that the line holds a coupling. */
    void noteCoupling(int ordinal) {
        lines.note(ordinal, lineWithContent);
    }

    long line() {
        return lineWithContent;
    }

    NqbaException refused(String problem, String remedy) {
        return Refusal.of(here() + " " + problem + ".", remedy);
    }

    @Override
    public String here() {
        return "Line " + lineWithContent;
    }

    @Override
    public String coupling(int ordinal) {
        return lines.place(ordinal);
    }

    @Override
    public long variable(long index) {
        return index + firstVariable;
    }

    private void requireWord(String name, String remedy) throws IOException {
        if (!nextWord()) {
            throw refused("lacks the " + name, remedy);
        }
    }

    private String shown() {
        return Refusal.shown(word());
    }

    /** Reads the word as an integer of up to 18 digits into {@link #parsed}; false where it is none. */
    private boolean isShortInteger() {
        int at = word[0] == '-' || word[0] == '+' ? 1 : 0;
        if (length == at || length - at > MOST_DIGITS) {
            return false;
        }
        long value = 0;
        for (; at < length; at++) {
            int digit = word[at] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = 10 * value + digit;
        }
        parsed = word[0] == '-' ? -value : value;
        return true;
    }

    private void skipBlanks() throws IOException {
        while (isBlank(ahead)) {
            ahead = in.read();
        }
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
