package io.nqba.console.page;

import io.nqba.console.page.Choice.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A form that changes a row which others may change at the same time. It knows of each field what the writer saw and what they wrote;
 * when the row has moved on, what the writer left alone follows the row, what they wrote stays, and both are told apart.
 *
 * @param revision of the row that the writer saw
 * @param fields what can be changed
 */
public record EditForm(long revision, List<Field> fields) {
    /** Begins the name of the hidden field with what the writer saw. */
    public static final String SEEN = "seen.";

    public EditForm {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name its name in the form
     * @param label what it is
     * @param hint what may be written
     * @param group heading under which it stands; empty for the first ones
     * @param options what can be chosen; empty where one writes
     * @param seen what the writer saw when they began
     * @param before what they saw before that, where the row has moved on since; else as {@code seen}
     * @param value what they wrote
     */
    public record Field(
            String name,
            String label,
            String hint,
            String group,
            List<Option> options,
            String seen,
            String before,
            String value) {
        public Field {
            options = List.copyOf(options);
        }

        /** Returns whether the row has another value than the writer saw first. */
        public boolean moved() {
            return !seen.equals(before);
        }

        /** Returns whether the writer wrote something else than the row has. */
        public boolean written() {
            return !value.equals(seen);
        }

        /** Returns a value in the words of the list it is chosen from. */
        public String words(String of) {
            return options.stream()
                    .filter(option -> option.key().equals(of))
                    .map(Option::words)
                    .findFirst()
                    .orElse(of.isEmpty() ? "nothing" : of);
        }

        /** Returns whether an option is the one that was written. */
        public boolean chosen(Option option) {
            return option.key().equals(value);
        }
    }

    /** Collects the fields of a form. */
    public static final class Builder {
        private final List<Field> fields = new ArrayList<>();
        private String group = "";

        /** Has the following fields stand under a heading. */
        public Builder group(String heading) {
            group = heading;
            return this;
        }

        public Builder text(String name, String label, String hint, String value) {
            fields.add(new Field(name, label, hint, group, List.of(), value, value, value));
            return this;
        }

        public Builder choice(String name, String label, String hint, Choice choice, String value) {
            fields.add(new Field(name, label, hint, group, choice.options(), value, value, value));
            return this;
        }

        public EditForm build(long revision) {
            return new EditForm(revision, fields);
        }
    }

    /** Returns the form as somebody sent it. */
    public EditForm sent(MultiValueMap<String, String> sent) {
        String saw = text(sent, "revision");
        return new EditForm(saw.matches("\\d{1,15}") ? Long.parseLong(saw) : 0, each(field -> {
            String seen = sent.containsKey(SEEN + field.name()) ? text(sent, SEEN + field.name()) : field.seen();
            String value = sent.containsKey(field.name()) ? text(sent, field.name()) : seen;
            return new Field(
                    field.name(), field.label(), field.hint(), field.group(), field.options(), seen, seen, value);
        }));
    }

    /** Returns what was sent on top of the row as it is now. */
    public EditForm onto(EditForm now) {
        Map<String, Field> sent =
                fields.stream().collect(Collectors.toMap(Field::name, field -> field, (a, b) -> a, LinkedHashMap::new));
        return new EditForm(now.revision(), now.each(field -> {
            Field mine = sent.getOrDefault(field.name(), field);
            return new Field(
                    field.name(),
                    field.label(),
                    field.hint(),
                    field.group(),
                    field.options(),
                    field.value(),
                    mine.seen(),
                    mine.written() ? mine.value() : field.value());
        }));
    }

    private List<Field> each(UnaryOperator<Field> change) {
        return fields.stream().map(change).toList();
    }

    /** Returns the fields that somebody else changed meanwhile. */
    public List<Field> moved() {
        return fields.stream().filter(Field::moved).toList();
    }

    /** Returns the headings in their order; the first one is empty. */
    public List<String> groups() {
        return fields.stream().map(Field::group).distinct().toList();
    }

    /** Returns the fields under a heading. */
    public List<Field> of(String group) {
        return fields.stream().filter(field -> field.group().equals(group)).toList();
    }

    /** Returns what was written in a field; empty text where there is no such field. */
    public String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Returns whether there is a field of this name. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
