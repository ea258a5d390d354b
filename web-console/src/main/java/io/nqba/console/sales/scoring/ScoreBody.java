package io.nqba.console.sales.scoring;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ScoreQuestion;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/sigma/scores}: a stored lead by its id, or the values of one that need not be stored.
 *
 * @param leadId a stored lead, which is scored anew; left out for one that is not stored
 * @param schemaId schema of the values
 * @param values numbers and words by feature; what is left out is unknown
 */
@Schema(example = """
                {"schemaId": "demo", "values": {"employees": 120, "source": "web"}}""")
record ScoreBody(
        @Size(max = 100) @Nullable String leadId,
        @Size(max = 60) @Nullable String schemaId,
        @Size(max = 1_000) @Nullable Map<String, Object> values) {

    /** Returns the question of values; called where they are given. */
    ScoreQuestion toQuestion(LeadSchema schema) {
        double[] numbers = new double[schema.width()];
        Arrays.fill(numbers, Double.NaN);
        if (values != null) {
            values.forEach((name, value) -> {
                int feature = schema.indexOf(name);
                if (feature < 0) {
                    throw refused(
                            "values." + name,
                            name,
                            "The schema (%s) has no such feature.".formatted(schema.schemaId()),
                            "Use one of: %s.".formatted(String.join(", ", schema.names())));
                }
                numbers[feature] = number(schema, feature, name, value);
            });
        }
        return new ScoreQuestion(UUID.randomUUID().toString(), schema.schemaId(), numbers);
    }

    private static double number(LeadSchema schema, int feature, String name, @Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        }
        if (schema.kinds()[feature] == FeatureKind.NUMBER) {
            if (value instanceof Number number && Float.isFinite(number.floatValue())) {
                return number.doubleValue();
            }
            throw refused("values." + name, value.toString(), "It is no number.", "Send a number, or leave it out.");
        }
        int word = schema.words(feature).indexOf(value.toString());
        if (word >= 0) {
            return word;
        }
        throw refused(
                "values." + name,
                value.toString(),
                "It is no word of this feature.",
                "Use one of: %s.".formatted(String.join(", ", schema.words(feature))));
    }

    static NqbaException refused(String field, String value, String problem, String remedy) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s is not valid.".formatted(field.length() > 80 ? field.substring(0, 80) + "…" : field),
                remedy,
                List.of(new FieldProblem(field, shown, problem, remedy)),
                null);
    }
}
