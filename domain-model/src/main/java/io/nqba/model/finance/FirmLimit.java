package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A limit on what all mandates of a book hold or trade together. Part of a {@link MandateRequest}; crosses the grid wire. */
public final class FirmLimit {
    /** What is limited. */
    public enum Kind {
        /** What the instruments of one issuer are worth, share of the firm's capital. */
        ISSUER,
        /** What the instruments of one sector are worth, share of the firm's capital. */
        SECTOR,
        /** Exposure to a factor, weighted by capital: {@code market}, {@code volatility} or {@code momentum}. */
        FACTOR,
        /** What is bought and sold of one instrument, share of what is traded of it on a usual day. */
        LIQUIDITY
    }

    private final Kind kind;
    private final String name;
    private final double most;

    /**
     * @param kind what is limited
     * @param name issuer, sector, factor or instrument
     * @param most greatest allowed use in the unit of the kind, 0 or more
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public FirmLimit(Kind kind, String name, double most) {
        this.kind = kind;
        this.name = Require.text("name", name);
        this.most = Require.finite("most", Require.notNegative("most", most, ""), "");
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public double most() {
        return most;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FirmLimit that
                && kind == that.kind
                && name.equals(that.name)
                && Double.compare(most, that.most) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, most);
    }

    @Override
    public String toString() {
        return "FirmLimit[%s, %s, %s]".formatted(kind, name, most);
    }
}
