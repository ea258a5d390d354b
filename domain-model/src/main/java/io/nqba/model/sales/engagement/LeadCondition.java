package io.nqba.model.sales.engagement;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition on a lead, as people write it: {@code grade is A, B}, {@code status is not LOST}, {@code probability >= 0.3}, {@code
 * feature visits <= 4}. What is not known meets no condition but {@code is not}.
 */
public final class LeadCondition {
    private static final Pattern WORDS = Pattern.compile("(is not|is)\\s+(.+)");
    private static final Pattern NUMBER = Pattern.compile("(>=|<=)\\s*(-?\\d{1,15}(?:\\.\\d{1,9})?)");
    private static final Pattern FEATURE = Pattern.compile("(\\S{1,80})\\s+(.+)");
    private static final int MOST_WORDS = 50;

    private final LeadFact fact;
    private final String feature;
    private final String relation;
    private final String[] words;
    private final double number;

    private LeadCondition(LeadFact fact, String feature, String relation, String[] words, double number) {
        this.fact = fact;
        this.feature = feature;
        this.relation = relation;
        this.words = words;
        this.number = number;
    }

    /**
     * Reads a condition.
     *
     * @param field what the refusal names
     * @throws NqbaException {@code INVALID_REQUEST} when it cannot be read
     */
    public static LeadCondition parse(String field, String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        LeadFact fact = LeadFact.startOf(plain)
                .orElseThrow(() -> refused(field, text, "It begins with none of: " + LeadFact.all() + "."));
        String rest = plain.substring(fact.words().length() + 1);
        String feature = "";
        if (fact == LeadFact.FEATURE) {
            Matcher named = FEATURE.matcher(rest);
            if (!named.matches()) {
                throw refused(field, text, "It names no feature.");
            }
            feature = named.group(1);
            rest = named.group(2);
        }
        Matcher number = NUMBER.matcher(rest);
        if (number.matches() && (fact.isNumber() || fact == LeadFact.FEATURE)) {
            return new LeadCondition(
                    fact, feature, number.group(1), new String[0], Double.parseDouble(number.group(2)));
        }
        Matcher words = WORDS.matcher(rest);
        if (words.matches() && !fact.isNumber()) {
            return new LeadCondition(fact, feature, words.group(1), words(fact, field, text, words.group(2)), 0);
        }
        throw refused(
                field,
                text,
                fact.isNumber()
                        ? "A %s is compared by >= or <= with a number.".formatted(fact.words())
                        : "It compares by neither (is) nor (is not).");
    }

    private static String[] words(LeadFact fact, String field, String text, String list) {
        String[] words = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        if (words.length == 0 || words.length > MOST_WORDS) {
            throw refused(
                    field,
                    text,
                    "It has %d words to compare with; 1 to %d are possible.".formatted(words.length, MOST_WORDS));
        }
        for (String word : words) {
            if (!fact.canBe(word)) {
                throw refused(field, text, "No %s is %s; there are %s.".formatted(fact.words(), word, fact.known()));
            }
        }
        return words;
    }

    private static NqbaException refused(String field, String text, String problem) {
        String shown = text.length() > 120 ? text.substring(0, 120) + "…" : text;
        String remedy = "Write it as (grade is A, B), (status is not LOST) or (probability >= 0.3).";
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The condition (%s) cannot be read.".formatted(shown),
                remedy,
                List.of(new FieldProblem(field, shown, problem, remedy)),
                null);
    }

    /** Returns what it looks at. */
    public LeadFact fact() {
        return fact;
    }

    /** Returns the feature it looks at; empty when it looks at something else. */
    public String feature() {
        return feature;
    }

    /** Returns whether it compares numbers. */
    public boolean comparesNumbers() {
        return words.length == 0;
    }

    /** Returns whether a word meets it, whatever its case. */
    public boolean meets(String word) {
        boolean listed = Arrays.stream(words).anyMatch(each -> each.equalsIgnoreCase(word));
        return listed == relation.equals("is");
    }

    /** Returns whether a number meets it; NaN never does. */
    public boolean meets(double value) {
        return relation.equals(">=") ? value >= number : value <= number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadCondition that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns it as people write it; {@link #parse} reads it again. */
    @Override
    public String toString() {
        String subject = feature.isEmpty() ? fact.words() : fact.words() + " " + feature;
        String value = comparesNumbers()
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.join(", ", words);
        return String.format(Locale.ROOT, "%s %s %s", subject, relation, value);
    }
}
