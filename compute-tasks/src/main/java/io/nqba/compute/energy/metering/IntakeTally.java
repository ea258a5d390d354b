package io.nqba.compute.energy.metering;

import io.nqba.model.error.FieldProblem;
import io.nqba.model.grid.IntakeReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of some rows of a batch. Crosses the grid wire. */
final class IntakeTally {
    private final int[] accepted = {0};
    private final ArrayList<FieldProblem> problems = new ArrayList<>();

    void accept(int rows) {
        accepted[0] += rows;
    }

    void refuse(FieldProblem problem) {
        problems.add(problem);
    }

    void add(IntakeTally other) {
        accepted[0] += other.accepted[0];
        problems.addAll(other.problems);
    }

    /** Returns the report, problems in the order of the batch. */
    IntakeReport report() {
        List<FieldProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(IntakeTally::rowOf));
        return new IntakeReport(accepted[0], sorted);
    }

    private static int rowOf(FieldProblem problem) {
        String field = problem.field();
        return Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
    }
}
