package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for the state of a market. Crosses the grid wire. */
public final class MarketQuery {
    private final String universeId;

    /**
     * @param universeId the {@link Universe}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public MarketQuery(String universeId) {
        this.universeId = Require.text("universeId", universeId);
    }

    /** Returns the {@link Universe}. */
    public String universeId() {
        return universeId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketQuery that && universeId.equals(that.universeId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(universeId);
    }

    @Override
    public String toString() {
        return "MarketQuery[%s]".formatted(universeId);
    }
}
