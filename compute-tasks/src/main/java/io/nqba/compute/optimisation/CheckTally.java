package io.nqba.compute.optimisation;

import io.nqba.model.error.FieldProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the rows behind a request. Keeps the first problems in the order of their fields and counts the rest. */
public final class CheckTally implements Tally<CheckTally> {
    /** More than a reader corrects before trying again. */
    static final int MOST_PROBLEMS = 20;

    private static final Comparator<FieldProblem> BY_FIELD =
            Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::value);

    private long items;
    private long refused;
    private final ArrayList<FieldProblem> problems = new ArrayList<>();

    /** Counts subproblems that were looked at. */
    public void addItems(long count) {
        items += count;
    }

    /** Reports a row, or a field of it, that cannot be used. */
    public void addProblem(FieldProblem problem) {
        refused++;
        keep(problem);
    }

    @Override
    public void add(CheckTally other) {
        items += other.items;
        refused += other.refused;
        other.problems.forEach(this::keep);
    }

    public long items() {
        return items;
    }

    /** Returns how many problems there are, kept or not. */
    public long refused() {
        return refused;
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    private void keep(FieldProblem problem) {
        problems.add(problem);
        problems.sort(BY_FIELD);
        if (problems.size() > MOST_PROBLEMS) {
            problems.remove(MOST_PROBLEMS);
        }
    }
}
