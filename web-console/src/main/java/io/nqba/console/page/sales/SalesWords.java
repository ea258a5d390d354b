package io.nqba.console.page.sales;

import io.nqba.console.page.Choice;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.CloseReason;
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

    static String of(CloseReason reason) {
        return switch (reason) {
            case UNKNOWN -> "Nobody said";
            case PRICE -> "Price";
            case PRODUCT -> "Product";
            case COMPETITOR -> "Competitor";
            case BUDGET -> "Budget";
            case TIMING -> "Timing";
            case NO_DECISION -> "No decision";
            case RELATIONSHIP -> "Relationship";
            case OTHER -> "Other";
        };
    }

    /** Returns why a deal may have been won or lost. */
    static Map<String, String> closeReasons() {
        return words(List.of(CloseReason.values()), SalesWords::of);
    }

    static Map<String, String> stages() {
        return words(List.of(DealStage.values()), SalesWords::of);
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

    /** A choice without an entry for none: a status is never nothing. */
    static Choice choice(String name, Map<String, String> words, Enum<?> chosen) {
        List<Choice.Option> all = Choice.of(name, "", "", words, key(chosen)).options();
        return new Choice(name, "", all.subList(1, all.size()));
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
