package io.nqba.model.finance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adjusted closes of up to {@link #INSTRUMENTS} neighbours of a universe, on every node: what an optimiser needs at
 * hand. Treat the array as read-only; it is not copied.
 */
public final class ReturnBlock {
    /** Instruments in a full block. */
    public static final int INSTRUMENTS = 64;

    private final double[][] closes;

    /**
     * @param closes shape {@code [instruments in the block][days of the universe]}; not a number where there was no price
     */
    public ReturnBlock(double[][] closes) {
        this.closes = closes;
    }

    public double[][] closes() {
        return closes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReturnBlock that && Arrays.deepEquals(closes, that.closes);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(closes);
    }

    @Override
    public String toString() {
        return "ReturnBlock[%d]".formatted(closes.length);
    }
}
