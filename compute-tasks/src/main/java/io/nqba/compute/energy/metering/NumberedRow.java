package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ReadingRow;
import io.nqba.model.error.FieldProblem;

/** A row and its place in the batch, so that a report can name it. Crosses the grid wire. */
final class NumberedRow {
    private final int index;
    private final ReadingRow row;

    NumberedRow(int index, ReadingRow row) {
        this.index = index;
        this.row = row;
    }

    int index() {
        return index;
    }

    ReadingRow row() {
        return row;
    }

    /** Returns what is wrong with a field of this row. */
    FieldProblem problem(String field, String value, String problem, String remedy) {
        return new FieldProblem("rows[%d].%s".formatted(index, field), value, problem, remedy);
    }
}
