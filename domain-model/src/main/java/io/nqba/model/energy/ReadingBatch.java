package io.nqba.model.energy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A batch of readings to store; good rows are kept, bad ones reported one by one. */
public final class ReadingBatch {
    private final List<ReadingRow> rows;

    /**
     * @param rows the rows, in the order of the request
     */
    public ReadingBatch(List<ReadingRow> rows) {
        this.rows = List.copyOf(rows);
    }

    public List<ReadingRow> rows() {
        return rows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadingBatch that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows);
    }

    @Override
    public String toString() {
        return "ReadingBatch[%s]".formatted(rows);
    }
}
