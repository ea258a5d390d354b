package io.nqba.console.annealing;

import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PATCH /api/v1/optimisation/problems/{id}}.
 *
 * @param revision revision that the change is based on; left out for whichever is stored
 * @param set coefficients that get a new value, as [variable, variable, coefficient]; a variable with itself is its linear
 *     coefficient. Variables count from 0. An edge of weight w of a cut is -2w on its pair and w on each of its ends
 * @param add coefficients that something is added to, after those that are set
 * @param answerMillis how long to search for an answer to the changed problem before replying, milliseconds; left out for none
 */
@Schema(example = """
                {"revision": 1, "set": [[0, 1, -3], [2, 2, 7]], "add": [[1, 2, 0.5]], "answerMillis": 15}""")
record ProblemChangeBody(
        @Min(1) @Nullable Integer revision,
        @Nullable List<@Nullable List<@Nullable Double>> set,
        @Nullable List<@Nullable List<@Nullable Double>> add,
        @Min(0) @Max(10_000) @Nullable Integer answerMillis) {
    private static final int MAX_EDITS = 100_000;
    private static final int MAX_PROBLEMS = 50;

    int answerMillisOrNone() {
        return answerMillis == null ? 0 : answerMillis;
    }

    /**
     * Returns the edits, in order.
     *
     * @param variables number of variables of the problem
     * @throws NqbaException {@code INVALID_REQUEST} when one does not fit; names each
     */
    List<CoefficientEdit> toEdits(int variables) {
        List<FieldProblem> wrong = new ArrayList<>();
        List<CoefficientEdit> edits = new ArrayList<>();
        edits("set", set, false, variables, edits, wrong);
        edits("add", add, true, variables, edits, wrong);
        if (edits.isEmpty() && wrong.isEmpty()) {
            wrong.add(new FieldProblem(
                    "set", "[]", "There is nothing to change.", "Send at least one triple in set or add."));
        }
        if (edits.size() > MAX_EDITS) {
            wrong.add(new FieldProblem(
                    "set",
                    edits.size() + " edits",
                    "There are too many.",
                    "Send at most %d in one request.".formatted(MAX_EDITS)));
        }
        if (!wrong.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The change has a wrong field: %s.".formatted(wrong.get(0).field()),
                    wrong.get(0).remedy(),
                    wrong,
                    null);
        }
        return edits;
    }

    private static void edits(
            String list,
            @Nullable List<@Nullable List<@Nullable Double>> triples,
            boolean added,
            int variables,
            List<CoefficientEdit> edits,
            List<FieldProblem> wrong) {
        for (int k = 0; triples != null && k < triples.size() && wrong.size() < MAX_PROBLEMS; k++) {
            List<@Nullable Double> triple = triples.get(k);
            String at = "%s[%d]".formatted(list, k);
            if (triple == null || triple.size() != 3 || triple.stream().anyMatch(Objects::isNull)) {
                wrong.add(new FieldProblem(
                        at,
                        String.valueOf(triple),
                        "It is no triple.",
                        "Send [variable, variable, coefficient], such as [0, 1, -3]."));
                continue;
            }
            int before = wrong.size();
            double first = index(at + "[0]", triple.get(0), variables, wrong);
            double second = index(at + "[1]", triple.get(1), variables, wrong);
            double amount = Objects.requireNonNull(triple.get(2));
            if (!Double.isFinite(amount)) {
                wrong.add(new FieldProblem(
                        at + "[2]",
                        Double.toString(amount),
                        "It is not a finite number.",
                        "Send a number, such as 2.5."));
            }
            if (wrong.size() == before) {
                edits.add(new CoefficientEdit((int) first, (int) second, amount, added));
            }
        }
    }

    private static double index(String at, @Nullable Double given, int variables, List<FieldProblem> wrong) {
        double variable = Objects.requireNonNull(given);
        if (variable != Math.rint(variable) || variable < 0 || variable >= variables) {
            wrong.add(new FieldProblem(
                    at,
                    given.toString(),
                    "There is no such variable.",
                    "Send a whole number from 0 to %d.".formatted(variables - 1)));
        }
        return variable;
    }
}
