package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much of one instrument a portfolio may hold. Part of a {@link PortfolioRequest}. */
public final class WeightBound {
    private final String instrumentId;
    private final double least;
    private final double most;

    /**
     * @param instrumentId the {@link Instrument}
     * @param least least weight; negative allows selling short
     * @param most greatest weight
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public WeightBound(String instrumentId, double least, double most) {
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.least = Require.finite("least", least, "");
        this.most = Require.finite("most", most, "");
        if (least > most) {
            throw new IllegalArgumentException(
                    "The least weight (%s) of %s must not exceed its most (%s).".formatted(least, instrumentId, most));
        }
    }

    public String instrumentId() {
        return instrumentId;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeightBound that
                && instrumentId.equals(that.instrumentId)
                && Double.compare(least, that.least) == 0
                && Double.compare(most, that.most) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, least, most);
    }

    @Override
    public String toString() {
        return "%s in %s..%s".formatted(instrumentId, least, most);
    }
}
