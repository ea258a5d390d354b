package io.nqba.model.finance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A batch of prices to take in; good rows are kept, bad ones reported one by one. */
public final class PriceTickBatch {
    private final List<PriceTickRow> rows;

    /**
     * @param rows the rows, in the order of the request
     */
    public PriceTickBatch(List<PriceTickRow> rows) {
        this.rows = List.copyOf(rows);
    }

    public List<PriceTickRow> rows() {
        return rows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceTickBatch that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows);
    }

    @Override
    public String toString() {
        return "PriceTickBatch[%d rows]".formatted(rows.size());
    }
}
