package io.nqba.model.finance;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Daily simple returns of all instruments of a universe on up to {@link #DAYS} consecutive days. Scenario {@code s} of
 * a universe is the change from its day {@code s} to its day {@code s + 1}. Treat the array as read-only; it is not
 * copied.
 */
public final class ScenarioBlock {
    /** Days in a full block. */
    public static final int DAYS = 64;

    private final long revision;

    private final double[][] returns;

    /**
     * @param revision revision of the universe at its last change
     * @param returns shape {@code [days in the block][instruments of the universe]}; not a number where an instrument
     *     has no price yet; 0 where a price is missing in between, and on the next price the whole change
     */
    public ScenarioBlock(long revision, double[][] returns) {
        this.revision = revision;
        this.returns = returns;
    }

    public long revision() {
        return revision;
    }

    public double[][] returns() {
        return returns;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScenarioBlock that
                && revision == that.revision
                && Arrays.deepEquals(returns, that.returns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(revision, Arrays.deepHashCode(returns));
    }

    @Override
    public String toString() {
        return "ScenarioBlock[%s]".formatted(revision);
    }
}
