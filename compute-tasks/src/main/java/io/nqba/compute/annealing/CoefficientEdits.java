package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.CoefficientChange;
import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits of coefficients applied to a problem, in their order: a later one sees what an earlier one left. Whole amounts keep a whole
 * problem exact and change it in place; otherwise the problem is built anew in double precision.
 */
final class CoefficientEdits {
    /** Up to here every whole {@code double} is the number that was written. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private CoefficientEdits() {}

    /**
     * A changed problem.
     *
     * @param problem the problem after the edits
     * @param changes what was added to its coefficients; empty where the problem had to be built anew
     * @param inPlace whether the changes say everything
     */
    record Outcome(QuadraticProblem problem, List<CoefficientChange> changes, boolean inPlace) {}

    /** Applies edits whose indexes are known to fit. */
    static Outcome apply(QuadraticProblem problem, List<CoefficientEdit> edits) {
        boolean whole =
                problem.isExact() && problem.divisor() == 1 && edits.stream().allMatch(edit -> isWhole(edit.amount()));
        if (whole) {
            List<CoefficientChange> changes = changes(problem, edits);
            return new Outcome(problem.changed(changes), changes, true);
        }
        return new Outcome(rebuilt(problem, edits), List.of(), false);
    }

    private static boolean isWhole(double amount) {
        return amount == Math.rint(amount) && Math.abs(amount) <= LARGEST_WHOLE;
    }

    private static List<CoefficientChange> changes(QuadraticProblem problem, List<CoefficientEdit> edits) {
        Map<Long, Long> added = new HashMap<>();
        for (CoefficientEdit edit : edits) {
            long key = key(edit);
            long amount = (long) edit.amount();
            if (edit.added()) {
                added.merge(key, amount, CoefficientEdits::sum);
            } else {
                added.put(key, Math.subtractExact(amount, exactNow(problem, edit)));
            }
        }
        List<CoefficientChange> changes = new ArrayList<>(added.size());
        added.forEach((key, amount) -> {
            int first = (int) (key >>> 32);
            int second = (int) (long) key;
            if (amount != 0) {
                changes.add(
                        first == second
                                ? CoefficientChange.linear(first, amount)
                                : CoefficientChange.coupling(first, second, amount));
            }
        });
        return changes;
    }

    private static long sum(long before, long amount) {
        try {
            return Math.addExact(before, amount);
        } catch (ArithmeticException leavesLong) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The edits add %.3e to one coefficient, more than exact integers can hold."
                            .formatted((double) before + amount),
                    "Give their sum as one edit, or as a number with a fraction.");
        }
    }

    private static QuadraticProblem rebuilt(QuadraticProblem problem, List<CoefficientEdit> edits) {
        Map<Long, Double> added = new HashMap<>();
        for (CoefficientEdit edit : edits) {
            if (edit.added()) {
                added.merge(key(edit), edit.amount(), Double::sum);
            } else {
                added.put(key(edit), edit.amount() - realNow(problem, edit));
            }
        }
        ProblemBuilder builder = problem.domain() == Domain.BITS
                ? ProblemBuilder.qubo(problem.size(), problem.sense())
                : ProblemBuilder.ising(problem.size(), problem.sense());
        double divisor = problem.divisor();
        builder.addOffset(problem.offset() / divisor);
        for (int i = 0; i < problem.size(); i++) {
            builder.addLinear(i, problem.linear(i) / divisor);
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                builder.addCoupling(i, problem.column(k), problem.coupling(k) / divisor);
            }
        }
        added.forEach((key, amount) -> {
            int first = (int) (key >>> 32);
            int second = (int) (long) key;
            if (first == second) {
                builder.addLinear(first, (double) amount);
            } else {
                builder.addCoupling(first, second, (double) amount);
            }
        });
        return builder.build();
    }

    private static long exactNow(QuadraticProblem problem, CoefficientEdit edit) {
        if (edit.first() == edit.second()) {
            return problem.exactLinear(edit.first());
        }
        int at = indexOf(problem, edit);
        return at < 0 ? 0 : problem.exactCoupling(at);
    }

    private static double realNow(QuadraticProblem problem, CoefficientEdit edit) {
        if (edit.first() == edit.second()) {
            return problem.linear(edit.first()) / problem.divisor();
        }
        int at = indexOf(problem, edit);
        return at < 0 ? 0 : problem.coupling(at) / problem.divisor();
    }

    /** Returns the index of a pair's coupling; negative where it has none. */
    private static int indexOf(QuadraticProblem problem, CoefficientEdit edit) {
        int row = Math.min(edit.first(), edit.second());
        int column = Math.max(edit.first(), edit.second());
        int low = problem.rowStart(row);
        int high = problem.rowStart(row + 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = problem.column(middle);
            if (found == column) {
                return middle;
            }
            if (found < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static long key(CoefficientEdit edit) {
        return (long) Math.min(edit.first(), edit.second()) << 32 | Math.max(edit.first(), edit.second());
    }
}
