package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * What dimod's {@code BinaryQuadraticModel.to_serializable} gives (schema 2 and 3), as JSON: the couplings as three lists of heads, tails
 * and biases. With {@code use_bytes} these are little-endian arrays, here in base64 since JSON has no bytes. An energy is minimised.
 */
final class DimodJson {
    private static final String REMEDY = "Write the document with json.dumps(bqm.to_serializable()).";
    private static final String HEAD = "quadratic_head";
    private static final String TAIL = "quadratic_tail";
    private static final String BIASES = "quadratic_biases";
    private static final String INDEX = "Give heads and tails as positions in variable_labels, from 0.";

    private final JsonTokens tokens;
    private final ReadLimits limits;
    private final ProblemDraft draft;
    private final Figure figure = new Figure();
    private @Nullable Domain domain;
    private @Nullable String indexType;
    private @Nullable String biasType;
    private int variables = -1;
    private int interactions = -1;
    private int linearTerms;
    private JsonLabels.@Nullable Labels labels;

    private DimodJson(JsonTokens tokens, ReadLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
        this.draft = new ProblemDraft(tokens, limits);
        tokens.couplingsAt("/" + BIASES);
    }

    static ProblemDocument read(ByteSource in, ReadLimits limits) throws IOException {
        return new DimodJson(new JsonTokens(in), limits).read();
    }

    private ProblemDocument read() throws IOException {
        tokens.readObject(REMEDY, this::field);
        return document();
    }

    /** Fields that say nothing about the problem, such as info, are read past. */
    private void field(String name) throws IOException {
        switch (name) {
            case "type" -> requireModel();
            case "version" -> version();
            case "index_type" -> indexType = tokens.text();
            case "bias_type" -> biasType = tokens.text();
            case "num_variables" -> variables = tokens.whole("number", 0, limits.mostVariables(), REMEDY);
            case "num_interactions" -> interactions = tokens.whole("number", 0, limits.mostCouplings(), REMEDY);
            case "variable_labels" -> labels = JsonLabels.read(tokens, limits);
            case "variable_type" -> domain = domain();
            case "offset" -> {
                tokens.figure(figure);
                draft.addOffset(figure);
            }
            case "linear_biases" -> biases(this::addLinear);
            case BIASES -> biases(figure -> draft.addWeight(figure, 1));
            case HEAD -> indices(draft::addFirst);
            case TAIL -> indices(draft::addSecond);
            default -> tokens.skipValue();
        }
    }

    private void requireModel() throws IOException {
        if (!tokens.text().equals("BinaryQuadraticModel")) {
            throw tokens.refused("gives the type as " + tokens.shown(), "Send a BinaryQuadraticModel.");
        }
    }

    private void version() throws IOException {
        tokens.requireCurrent(JsonToken.START_OBJECT, "an object", REMEDY);
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            boolean schema = tokens.text().equals("bqm_schema");
            tokens.next();
            if (schema && !tokens.text().matches("[23]\\..*")) {
                throw tokens.refused("gives the schema as " + tokens.shown(), "Write it with dimod 0.8 or newer.");
            }
            tokens.skipValue();
        }
    }

    private Domain domain() throws IOException {
        return switch (tokens.text()) {
            case "BINARY" -> Domain.BITS;
            case "SPIN" -> Domain.SPINS;
            default -> throw tokens.refused("gives the type as " + tokens.shown(), "Use BINARY or SPIN variables.");
        };
    }

    private void addLinear(Figure bias) {
        if (linearTerms >= limits.mostVariables()) {
            throw tokens.refused(
                    "is one variable more than the %d that are read".formatted(limits.mostVariables()),
                    "Send a smaller problem, or let an operator raise the limit of variables.");
        }
        draft.addLinear(linearTerms++, bias);
    }

    private void biases(ElementBytes.Figures target) throws IOException {
        if (tokens.current() == JsonToken.VALUE_STRING) {
            ElementBytes bytes = ElementBytes.ofBiases(tokens, required(biasType, "bias_type"), figure, target);
            tokens.bytes(bytes);
            bytes.requireWhole();
            return;
        }
        tokens.requireCurrent(JsonToken.START_ARRAY, "a list of numbers, or base64", REMEDY);
        while (tokens.next() != JsonToken.END_ARRAY) {
            tokens.figure(figure);
            target.take(figure);
        }
    }

    private void indices(ElementBytes.Indices target) throws IOException {
        int most = limits.mostVariables() - 1;
        if (tokens.current() == JsonToken.VALUE_STRING) {
            ElementBytes bytes = ElementBytes.ofIndices(tokens, required(indexType, "index_type"), most, target);
            tokens.bytes(bytes);
            bytes.requireWhole();
            return;
        }
        tokens.requireCurrent(JsonToken.START_ARRAY, "a list of integers, or base64", REMEDY);
        while (tokens.next() != JsonToken.END_ARRAY) {
            target.take(tokens.whole("variable", 0, most, INDEX));
        }
    }

    private String required(@Nullable String type, String field) {
        if (type == null) {
            throw tokens.refused("holds bytes whose type is not known yet", "Write " + field + " before the bytes.");
        }
        return type;
    }

    private ProblemDocument document() {
        if (domain == null) {
            throw Refusal.of("The document lacks the field variable_type.", REMEDY);
        }
        int size = linearTerms;
        requireCount("num_variables", variables, size, "linear_biases");
        requireCount("num_interactions", interactions, draft.weights(), BIASES);
        requireCount(HEAD, draft.firsts(), draft.weights(), BIASES);
        requireCount(TAIL, draft.seconds(), draft.weights(), BIASES);
        if (labels != null) {
            requireCount("variable_labels", labels.count(), size, "linear_biases");
        }
        draft.requireVariables(size, "/" + HEAD, "/" + TAIL, INDEX);
        QuadraticProblem problem = draft.build(Sense.MINIMISE, domain, size, 1);
        return new ProblemDocument(problem, labels == null ? List.of() : labels.named(), ProblemFormat.DIMOD_JSON);
    }

    private static void requireCount(String field, int count, int expected, String list) {
        if (count >= 0 && count != expected) {
            throw Refusal.of(
                    "/%s says or has %d where /%s has %d.".formatted(field, count, list, expected),
                    "Check whether the document was changed by hand. " + REMEDY);
        }
    }
}
