package io.nqba.model.sales.engagement;

import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a condition looks at. */
public enum LeadFact {
    STATUS("status", LeadStatus.values()),
    GRADE("grade", LeadGrade.values()),
    SOURCE("source", false),
    TERRITORY("territory", false),
    PRODUCT("product", false),
    CAMPAIGN("campaign", false),
    LANGUAGE("language", false),
    OWNER("owner", false),
    PROBABILITY("probability", true),
    AMOUNT("amount", true),
    /** Days since the last activity; since it came in when there was none. */
    SILENT_DAYS("silent days", true),
    /** Days since it came in. */
    AGE_DAYS("age days", true),
    /** A feature of its schema, by name. */
    FEATURE("feature", false);

    private static final String SEPARATOR = ", ";

    private final String words;
    private final boolean number;
    private final String known;

    LeadFact(String words, boolean number) {
        this.words = words;
        this.number = number;
        this.known = "";
    }

    LeadFact(String words, Enum<?>[] known) {
        this.words = words;
        this.number = false;
        this.known = Arrays.stream(known).map(Enum::name).collect(Collectors.joining(SEPARATOR));
    }

    /** Returns what people call it. */
    public String words() {
        return words;
    }

    /** Returns whether it is always a number; a feature may be either. */
    public boolean isNumber() {
        return number;
    }

    /** Returns whether it can be this word, whatever its case. */
    boolean canBe(String word) {
        return known.isEmpty() || Arrays.stream(known.split(SEPARATOR)).anyMatch(word::equalsIgnoreCase);
    }

    /** Returns the words that it can be, for people; empty where it can be any. */
    String known() {
        return known;
    }

    static Optional<LeadFact> startOf(String condition) {
        return Arrays.stream(values())
                .filter(fact -> condition.startsWith(fact.words + " "))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(LeadFact::words).collect(Collectors.joining(", "));
    }
}
