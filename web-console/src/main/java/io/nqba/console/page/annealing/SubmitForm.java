package io.nqba.console.page.annealing;

import io.nqba.console.annealing.NewProblem;
import io.nqba.console.annealing.UploadFormat;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The form that hands in a problem, as the reader typed it.
 *
 * @param text the problem; empty where a file is sent
 * @param name what people shall call it
 * @param format name of the format; empty to find out
 * @param number which problem of a collection
 */
public record SubmitForm(String text, String name, String format, String number) {
    private static final int MOST_PROBLEMS = 1_000_000;

    static final SubmitForm EMPTY = new SubmitForm("", "", "", "1");

    /**
     * One choice of the format.
     *
     * @param key its name; empty to find out
     * @param name what people call it
     */
    public record Format(String key, String name) {}

    static final List<Format> FORMATS = List.of(
            new Format("", "Found out by itself"),
            new Format("RUDY", Formats.inWords("RUDY")),
            new Format("OR_LIBRARY", Formats.inWords("OR_LIBRARY")),
            new Format("QBSOLV", Formats.inWords("QBSOLV")),
            new Format("DIMOD_JSON", Formats.inWords("DIMOD_JSON")),
            new Format("COO_JSON", Formats.inWords("COO_JSON")));

    static SubmitForm of(MultiValueMap<String, String> fields) {
        return new SubmitForm(
                first(fields, "text"), first(fields, "name"), first(fields, "format"), first(fields, "number"));
    }

    /** What became of the form: either what is said about the problem, or what is wrong with which field. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(NewProblem given) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    Checked check() {
        FormFields fields = new FormFields();
        if (text.isBlank()) {
            fields.refuse("text", "Nothing was given. Write or paste a problem.");
        }
        if (name.length() > NewProblem.MAX_NAME) {
            fields.refuse(
                    "name", "It has %d characters. Write at most %d.".formatted(name.length(), NewProblem.MAX_NAME));
        }
        long which = number.isBlank() ? 1 : fields.whole("number", number.strip(), 1, MOST_PROBLEMS);
        if (!fields.good()) {
            return new Refused(fields.problem("The problem was not stored"));
        }
        UploadFormat known = Arrays.stream(UploadFormat.values())
                .filter(one -> one.name().equals(format))
                .findFirst()
                .orElse(null);
        return new Good(new NewProblem(name.isBlank() ? "Pasted problem" : name.strip(), known, (int) which));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
