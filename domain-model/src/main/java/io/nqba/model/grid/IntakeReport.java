package io.nqba.model.grid;

import io.nqba.model.error.FieldProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a batch of rows. */
public final class IntakeReport {
    private final int accepted;

    private final List<FieldProblem> problems;

    /**
     * @param accepted rows stored
     * @param problems rows refused, one by one, the field naming the row: {@code rows[3].loadKwh}
     */
    public IntakeReport(int accepted, List<FieldProblem> problems) {
        this.accepted = accepted;
        this.problems = List.copyOf(problems);
    }

    public int accepted() {
        return accepted;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntakeReport that && accepted == that.accepted && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accepted, problems);
    }

    @Override
    public String toString() {
        return "IntakeReport[%s, %s]".formatted(accepted, problems);
    }
}
