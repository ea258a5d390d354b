package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.strategies.StrategyBody;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.finance.strategies.StrategyForm.Field;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.StrategyParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The form of a strategy that is made or changed, as the reader typed it.
 *
 * @param prefix begins the names of its fields, so that two such forms stand on one page
 * @param revision of the strategy that is changed, as the reader saw it; 0 for a new one
 * @param name what people shall call it
 * @param kind its rule
 * @param universe the instruments it trades
 * @param values text of each parameter by its label
 */
record StrategySettings(
        String prefix, long revision, String name, StrategyKind kind, String universe, Map<String, String> values) {
    static final String NEW = "new-";
    static final String CHANGED = "set-";
    private static final int LONGEST_NAME = 100;

    static StrategySettings suggested(String kind) {
        return new StrategySettings(NEW, 0, "", kindOf(kind), "", Map.of());
    }

    static StrategySettings of(StrategyView strategy) {
        Map<String, String> values = new LinkedHashMap<>();
        strategy.parameters().forEach((label, value) -> values.put(label, StrategyForm.plain(value)));
        return new StrategySettings(
                CHANGED, strategy.revision(), strategy.name(), kindOf(strategy.kind()), strategy.universeId(), values);
    }

    static StrategySettings made(MultiValueMap<String, String> fields) {
        return typed(NEW, 0, kindOf(StrategyForm.text(fields, "kind")), StrategyForm.text(fields, "universe"), fields);
    }

    static StrategySettings changed(StrategyView strategy, MultiValueMap<String, String> fields) {
        String revision = StrategyForm.text(fields, "revision");
        return typed(
                CHANGED,
                revision.matches("\\d{1,15}") ? Long.parseLong(revision) : 0,
                kindOf(strategy.kind()),
                strategy.universeId(),
                fields);
    }

    private static StrategySettings typed(
            String prefix, long revision, StrategyKind kind, String universe, MultiValueMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (StrategyParameter parameter : kind.parameters()) {
            values.put(parameter.label(), StrategyForm.text(fields, prefix + parameter.label()));
        }
        return new StrategySettings(
                prefix, revision, StrategyForm.text(fields, prefix + "name"), kind, universe, values);
    }

    private static StrategyKind kindOf(String label) {
        return StrategyKind.labelled(label).orElse(StrategyKind.MOVING_AVERAGE_CROSSOVER);
    }

    /** Returns the same text on top of another revision. */
    StrategySettings at(long newRevision) {
        return new StrategySettings(prefix, newRevision, name, kind, universe, values);
    }

    /** Returns the parameters as fields. */
    public List<Field> fields() {
        return kind.parameters().stream()
                .map(parameter -> new Field(
                        prefix + parameter.label(),
                        parameter.meaning(),
                        "%s to %s %s"
                                .formatted(
                                        StrategyForm.plain(parameter.least()),
                                        StrategyForm.plain(parameter.most()),
                                        parameter.unit())
                                .strip(),
                        values.getOrDefault(parameter.label(), StrategyForm.plain(parameter.usual()))))
                .toList();
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(StrategyBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    Checked check() {
        var fields = new FormFields();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fields.refuse(
                    prefix + "name", "The name has %d letters. Write 1 to %d.".formatted(name.length(), LONGEST_NAME));
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (StrategyParameter parameter : kind.parameters()) {
            String text = values.getOrDefault(parameter.label(), "");
            if (!text.isEmpty()) {
                numbers.put(
                        parameter.label(),
                        fields.number(
                                prefix + parameter.label(),
                                text,
                                parameter.least(),
                                parameter.most(),
                                parameter.unit()));
            }
        }
        if (fields.good()) {
            kind.problems(numbers)
                    .forEach(
                            problem -> fields.refuse(own(problem.field()), problem.problem() + " " + problem.remedy()));
        }
        return fields.good()
                ? new Good(new StrategyBody(name, kind.label(), universe, numbers))
                : new Refused(fields.problem("The strategy was not stored"));
    }

    /** Returns what the grid refuses with the names of these fields. */
    ProblemBox problem(NqbaException error) {
        ProblemBox box = ProblemBox.of(error);
        return new ProblemBox(
                box.title(),
                box.remedy(),
                box.code(),
                box.fields().stream()
                        .map(field -> new ProblemBox.Field(own(field.name()), field.text()))
                        .toList());
    }

    private String own(String field) {
        return prefix + field.replace("parameters.", "");
    }
}
