package io.nqba.console.page;

import io.nqba.model.error.NqbaException;
import java.util.List;

/**
 * An error as people read it: what happened, what to do, and what is wrong with which field.
 *
 * @param title what happened, one sentence
 * @param remedy what to do, one imperative sentence; may be empty
 * @param code identifier to look up in the documentation; may be empty
 * @param fields refused fields, one sentence each
 */
public record ProblemBox(String title, String remedy, String code, List<Field> fields) {
    public ProblemBox {
        fields = List.copyOf(fields);
    }

    /**
     * One refused field.
     *
     * @param name the form field
     * @param text what is wrong with it and what to write instead
     */
    public record Field(String name, String text) {}

    public static ProblemBox of(NqbaException error) {
        return new ProblemBox(
                error.problem(),
                error.remedy(),
                error.code().id(),
                error.fields().stream()
                        .map(field -> new Field(field.field(), field.problem() + " " + field.remedy()))
                        .toList());
    }

    /** Returns what is wrong with a field; empty when nothing is. */
    public String of(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .findFirst()
                .orElse("");
    }
}
