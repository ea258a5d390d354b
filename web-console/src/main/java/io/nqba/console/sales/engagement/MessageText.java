package io.nqba.console.sales.engagement;

import io.nqba.console.sales.SalesDesk;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of messages: text with placeholders in braces. */
final class MessageText {
    static final Set<String> PLACEHOLDERS = Set.of("name", "company", "product", "agent");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]{0,40})}");

    private MessageText() {}

    /** Returns a template whose placeholders are known. */
    static String template(String field, String text) {
        required(field, text);
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            if (!PLACEHOLDERS.contains(found.group(1))) {
                throw SalesDesk.refused(
                        field,
                        found.group(),
                        "There is no such placeholder.",
                        "Use {name}, {company}, {product} or {agent}.");
            }
        }
        return text;
    }

    /** Returns a text that is the same for everybody. */
    static String plain(String field, String text) {
        required(field, text);
        Matcher found = PLACEHOLDER.matcher(text);
        if (found.find()) {
            throw SalesDesk.refused(
                    field, found.group(), "The text of a task is not filled in.", "Leave the placeholder out.");
        }
        return text;
    }

    private static void required(String field, String text) {
        if (text.isEmpty()) {
            throw SalesDesk.refused(field, text, "It is empty.", "Send a text.");
        }
    }

    /** Fills a template in; what is filled in is taken as it is, braces included. */
    static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
