package io.nqba.compute.optimisation.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads variable labels: texts, numbers, and lists of those (tuples in Python). Labels that only count from 0 are not kept.
 */
final class JsonLabels {
    private static final String REMEDY = "Write each label as a text, a number or a list of those.";

    private final JsonTokens tokens;
    private final ReadLimits limits;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private int counted;

    private JsonLabels(JsonTokens tokens, ReadLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /**
     * The labels of a document.
     *
     * @param count how many there are
     * @param named each as JSON text; empty when they count from 0
     */
    record Labels(int count, List<String> named) {}

    static Labels read(JsonTokens tokens, ReadLimits limits) throws IOException {
        return new JsonLabels(tokens, limits).read();
    }

    private Labels read() throws IOException {
        tokens.requireCurrent(JsonToken.START_ARRAY, "a list", REMEDY);
        while (tokens.next() != JsonToken.END_ARRAY) {
            add(json());
        }
        return labels.isEmpty() ? new Labels(counted, List.of()) : new Labels(labels.size(), labels);
    }

    private void add(String label) throws IOException {
        if (counted + labels.size() >= limits.mostVariables()) {
            throw tokens.refused(
                    "is one variable more than the %d that are read".formatted(limits.mostVariables()),
                    "Send a smaller problem, or let an operator raise the limit of variables.");
        }
        if (labels.isEmpty() && label.equals(Integer.toString(counted))) {
            counted++;
            return;
        }
        for (int k = 0; k < counted; k++) {
            labels.add(Integer.toString(k));
            places.put(Integer.toString(k), k);
        }
        counted = 0;
        Integer before = places.put(label, labels.size());
        if (before != null) {
            throw tokens.refused(
                    "repeats the label %s of variable %d".formatted(Refusal.shown(label), before),
                    "Give each variable a label of its own.");
        }
        labels.add(label);
    }

    private String json() throws IOException {
        StringBuilder json = new StringBuilder();
        value(json);
        return json.toString();
    }

    private void value(StringBuilder json) throws IOException {
        @Nullable JsonToken token = tokens.current();
        if (token == JsonToken.VALUE_STRING) {
            JsonText.quote(tokens.text(), json);
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            tokens.figure(new Figure());
            json.append(tokens.text());
        } else if (token == JsonToken.START_ARRAY) {
            char separator = '[';
            while (tokens.next() != JsonToken.END_ARRAY) {
                json.append(separator);
                separator = ',';
                value(json);
            }
            json.append(separator == '[' ? "[]" : "]");
        } else {
            throw tokens.refused("gives the label as " + tokens.shown(), REMEDY);
        }
    }
}
