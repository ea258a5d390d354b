package io.nqba.console.page.sales;

import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadStatus;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sales people call things, and how these are written in an address: in small letters. */
final class SalesWords {
    private SalesWords() {}

    static String of(LeadStatus status) {
        return switch (status) {
            case NEW -> "New";
            case WORKING -> "Working";
            case QUALIFIED -> "Qualified";
            case CONVERTED -> "Converted";
            case LOST -> "Lost";
        };
    }

    static String of(DealStage stage) {
        return switch (stage) {
            case PROSPECTING -> "Prospecting";
            case ENGAGING -> "Engaging";
            case WON -> "Won";
            case LOST -> "Lost";
        };
    }

    static String of(ActivityKind kind) {
        return switch (kind) {
            case CALL -> "Call";
            case EMAIL -> "E-mail";
            case MEETING -> "Meeting";
            case NOTE -> "Note";
            case TASK -> "Task";
        };
    }

    static Map<String, String> statuses() {
        return words(List.of(LeadStatus.values()), SalesWords::of);
    }

    static Map<String, String> grades() {
        return words(List.of(LeadGrade.values()), grade -> "Grade " + grade);
    }

    static <E extends Enum<E>> Map<String, String> words(List<E> values, Function<E, String> words) {
        Map<String, String> byKey = new LinkedHashMap<>();
        values.forEach(value -> byKey.put(key(value), words.apply(value)));
        return Collections.unmodifiableMap(byKey);
    }

    /** Returns texts as choices that are called what they are. */
    static Map<String, String> themselves(List<String> texts) {
        return texts.stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the value that is so written in an address; null for any other text. */
    static <E extends Enum<E>> @Nullable E named(E[] all, String key) {
        return Arrays.stream(all)
                .filter(value -> key(value).equals(key))
                .findFirst()
                .orElse(null);
    }
}
