package io.nqba.console.page.sales;

import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The form that trains a model, as the reader typed it.
 *
 * @param key so that a form sent twice starts one run
 * @param schemaId the schema of the leads to learn from
 * @param model LOGISTIC or BOOSTED_TREES
 * @param seed chooses rows and features
 * @param leftOut features not to use
 */
public record TrainForm(String key, String schemaId, String model, String seed, List<String> leftOut) {
    private static final double HELD_BACK = 0.3;
    private static final double RIDGE = 10;
    private static final long TIME_LIMIT_MILLIS = 600_000;

    /** Kinds of models and what people call them. */
    static final List<Choice> KINDS = List.of(
            new Choice(ModelKind.BOOSTED_TREES.name(), "Boosted trees"),
            new Choice(ModelKind.LOGISTIC.name(), "Logistic regression"));

    /** One choice of a list. */
    public record Choice(String key, String words) {}

    /** What became of the form: either a request, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(LeadScoringRequest request) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static TrainForm suggested(String key, String schemaId) {
        return new TrainForm(key, schemaId, ModelKind.BOOSTED_TREES.name(), "1", List.of());
    }

    static TrainForm of(MultiValueMap<String, String> fields) {
        return new TrainForm(
                text(fields, "key"),
                text(fields, "schema"),
                text(fields, "kind"),
                text(fields, "seed"),
                fields.getOrDefault("leftOut", List.of()));
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    TrainForm renewed(String nextKey) {
        return new TrainForm(nextKey, schemaId, model, seed, leftOut);
    }

    static String kindWords(ModelKind kind) {
        return KINDS.stream()
                .filter(choice -> choice.key().equals(kind.name()))
                .findFirst()
                .orElseThrow()
                .words();
    }

    /** @param schema the schema that the form names */
    Checked check(LeadSchema schema) {
        var fields = new FormFields();
        long number = fields.whole("seed", seed, 0, 1_000_000_000);
        List<String> known = Stream.of(schema.names()).toList();
        if (known.stream().allMatch(leftOut::contains)) {
            fields.refuse("leftOut", "Every feature is left out. Leave at least one in.");
        }
        if (!fields.good()) {
            return new Refused(fields.problem("The training was not started"));
        }
        ModelKind kind = model.equals(ModelKind.LOGISTIC.name()) ? ModelKind.LOGISTIC : ModelKind.BOOSTED_TREES;
        return new Good(new LeadScoringRequest(
                schemaId,
                kind,
                leftOut.stream().filter(known::contains).toList(),
                List.of(),
                HELD_BACK,
                0,
                0,
                RIDGE,
                number,
                TIME_LIMIT_MILLIS));
    }
}
