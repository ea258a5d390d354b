package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Our own JSON: an object with sense, domain, size, offset, linear, couplings and labels in any order. */
final class CooJson {
    private static final String FIELDS = "Use the fields sense, domain, size, offset, linear, couplings and labels.";
    private static final String SIZE = "Give the number of variables, such as \"size\": 100.";
    private static final String INDEX = "Number the variables from 0 to size - 1.";
    private static final String TRIPLE = "Write each coupling as [i, j, weight].";
    private static final String LINEAR = "Write a list of all coefficients, or an object such as {\"0\": 1.5}.";

    private final JsonTokens tokens;
    private final ReadLimits limits;
    private final ProblemDraft draft;
    private final Figure figure = new Figure();
    private @Nullable Sense sense;
    private @Nullable Domain domain;
    private int size = -1;
    private int linearTerms = -1;
    private boolean linearIsComplete;
    private JsonLabels.@Nullable Labels labels;

    private CooJson(JsonTokens tokens, ReadLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
        this.draft = new ProblemDraft(tokens, limits);
    }

    static ProblemDocument read(ByteSource in, ReadLimits limits) throws IOException {
        return new CooJson(new JsonTokens(in), limits).read();
    }

    private ProblemDocument read() throws IOException {
        tokens.readObject(FIELDS, this::field);
        return document();
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "sense" -> sense = sense();
            case "domain" -> domain = domain();
            case "size" -> size = tokens.whole("size", 0, limits.mostVariables(), SIZE);
            case "offset" -> {
                tokens.figure(figure);
                draft.addOffset(figure);
            }
            case "linear" -> linear();
            case "couplings" -> couplings();
            case "labels" -> labels = JsonLabels.read(tokens, limits);
            default -> throw tokens.refused("is no field of a problem", FIELDS);
        }
    }

    private Sense sense() throws IOException {
        String text = tokens.text();
        return switch (text) {
            case "maximise" -> Sense.MAXIMISE;
            case "minimise" -> Sense.MINIMISE;
            default -> throw tokens.refused("gives the sense as " + tokens.shown(), "Write maximise or minimise.");
        };
    }

    private Domain domain() throws IOException {
        String text = tokens.text();
        return switch (text) {
            case "bits" -> Domain.BITS;
            case "spins" -> Domain.SPINS;
            default -> throw tokens.refused("gives the domain as " + tokens.shown(), "Write bits or spins.");
        };
    }

    private void linear() throws IOException {
        if (tokens.current() == JsonToken.START_ARRAY) {
            linearIsComplete = true;
            linearTerms = 0;
            while (tokens.next() != JsonToken.END_ARRAY) {
                requireVariable(linearTerms);
                tokens.figure(figure);
                draft.addLinear(linearTerms++, figure);
            }
            return;
        }
        tokens.requireCurrent(JsonToken.START_OBJECT, "a list or an object", LINEAR);
        linearTerms = 0;
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            int i = variable(tokens.text());
            tokens.next();
            tokens.figure(figure);
            if (draft.setLinear(i, figure, 0) >= 0) {
                throw tokens.refused("gives the coefficient of variable %d twice".formatted(i), "Give it once.");
            }
            linearTerms = Math.max(linearTerms, i + 1);
        }
    }

    private int variable(String name) {
        if (!name.matches("[0-9]{1,9}")) {
            throw tokens.refused("names no variable", INDEX);
        }
        int i = Integer.parseInt(name);
        requireVariable(i);
        return i;
    }

    private void requireVariable(int i) {
        int most = size >= 0 ? size : limits.mostVariables();
        if (i >= most) {
            throw tokens.refused(
                    "gives the variable as (%d), which must lie between 0 and %d".formatted(i, most - 1), INDEX);
        }
    }

    private void couplings() throws IOException {
        tokens.requireCurrent(JsonToken.START_ARRAY, "a list", TRIPLE);
        int most = (size >= 0 ? size : limits.mostVariables()) - 1;
        while (tokens.next() != JsonToken.END_ARRAY) {
            tokens.requireCurrent(JsonToken.START_ARRAY, "a list of three numbers", TRIPLE);
            tokens.next();
            int i = tokens.whole("variable", 0, most, INDEX);
            tokens.next();
            int j = tokens.whole("variable", 0, most, INDEX);
            tokens.next();
            tokens.figure(figure);
            if (i == j) {
                throw tokens.refused("joins variable %d with itself".formatted(i), selfRemedy());
            }
            draft.addCoupling(i, j, figure, 1);
            tokens.require(JsonToken.END_ARRAY, "the end of the list", TRIPLE);
        }
    }

    private static String selfRemedy() {
        return "Give the square of a bit as its linear coefficient and the square of a spin as the offset.";
    }

    private ProblemDocument document() {
        if (sense == null || domain == null || size < 0) {
            throw missing();
        }
        if (linearTerms > size || (linearIsComplete && linearTerms != size)) {
            throw Refusal.of(
                    "/linear has %d coefficients for a size of %d variables.".formatted(linearTerms, size), LINEAR);
        }
        if (labels != null && labels.count() != size) {
            throw Refusal.of(
                    "/labels has %d labels for a size of %d variables.".formatted(labels.count(), size),
                    "Give a label to each variable, or to none.");
        }
        draft.requireVariables(size, "/couplings", "/couplings", INDEX);
        QuadraticProblem problem = draft.build(sense, domain, size, 1);
        return new ProblemDocument(problem, labels == null ? List.of() : labels.named(), ProblemFormat.COO_JSON);
    }

    private NqbaException missing() {
        String field = sense == null ? "sense" : domain == null ? "domain" : "size";
        return Refusal.of(
                "The document lacks the field " + field + ".",
                "Give at least the fields sense (maximise or minimise), domain (bits or spins) and size.");
    }
}
