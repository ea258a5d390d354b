package io.nqba.intake.sales;

import io.nqba.intake.CsvInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file of leads and how to read it.
 *
 * @param input the file
 * @param separator sign between columns
 * @param schemaId schema of its leads; made from the columns when the grid has none of that name
 * @param target what a won lead means
 * @param columns column of each field; what is no field is a feature
 * @param unknown words that mean that nothing is known, in lower case
 * @param firstMillis when the first lead came in, for a file that tells no times, epoch milliseconds
 * @param stepMillis time between two leads of such a file
 */
public record LeadFile(
        CsvInput input,
        char separator,
        String schemaId,
        String target,
        Map<Field, String> columns,
        Set<String> unknown,
        long firstMillis,
        long stepMillis) {
    private static final Set<String> UNKNOWN = Set.of("", "unknown", "n/a", "na", "null", "none", "?");
    private static final long BANK_FIRST_MILLIS = 1_209_945_600_000L;
    private static final long BANK_STEP_MILLIS = 1_940_000L;

    /** What a column may stand for. */
    public enum Field {
        ID,
        NAME,
        EMAIL,
        PHONE,
        COMPANY,
        SOURCE,
        TERRITORY,
        LANGUAGE,
        PRODUCT,
        AMOUNT,
        HOURS,
        OWNER,
        OUTCOME,
        CREATED
    }

    public LeadFile {
        columns = Map.copyOf(columns);
        unknown = Set.copyOf(unknown);
    }

    /**
     * The bank marketing set (Moro, Cortez, Rita 2014). It is in order of date, from May 2008 to November 2010, but tells no dates: its
     * leads get times at even steps between them, so that a split by time is one by place in the file.
     */
    public static LeadFile bank(CsvInput input) {
        return new LeadFile(
                input,
                ';',
                "bank",
                "subscribed a deposit",
                Map.of(Field.OUTCOME, "y"),
                Set.of("unknown", ""),
                BANK_FIRST_MILLIS,
                BANK_STEP_MILLIS);
    }

    /**
     * Any file.
     *
     * @param mapping column by name of a field; a column called like a field needs none
     * @param header columns to look for such names; empty to take the mapping alone
     * @throws IllegalArgumentException when a field is unknown; the text names it
     */
    public static LeadFile plain(
            CsvInput input,
            char separator,
            String schemaId,
            Map<String, String> mapping,
            List<String> header,
            long now) {
        Map<Field, String> columns = new TreeMap<>();
        for (Field field : Field.values()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            header.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent(column -> columns.put(field, column));
        }
        mapping.forEach((field, column) -> columns.put(field(field), column));
        return new LeadFile(input, separator, schemaId, "won", columns, UNKNOWN, now, 0);
    }

    private static Field field(String name) {
        for (Field field : Field.values()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "The --map (%s) must name one of %s.".formatted(name, List.of(Field.values())));
    }

    public boolean known(String text) {
        return !unknown.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
