package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One position with its price. */
public final class PositionLine {
    private final String instrumentId;

    private final String name;

    private final String issuer;

    private final String sector;

    private final double shares;

    private final double averageCost;

    private final double price;

    private final double value;

    private final double weight;

    /**
     * @param instrumentId the {@link Instrument}
     * @param name what people call it
     * @param issuer who issued it
     * @param sector line of business of the issuer
     * @param shares shares held; negative when sold short
     * @param averageCost what one share cost on average
     * @param price last price of one share
     * @param value shares times price
     * @param weight share of the value of the portfolio
     */
    public PositionLine(
            String instrumentId,
            String name,
            String issuer,
            String sector,
            double shares,
            double averageCost,
            double price,
            double value,
            double weight) {
        this.instrumentId = instrumentId;
        this.name = name;
        this.issuer = issuer;
        this.sector = sector;
        this.shares = shares;
        this.averageCost = averageCost;
        this.price = price;
        this.value = value;
        this.weight = weight;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public String name() {
        return name;
    }

    public String issuer() {
        return issuer;
    }

    public String sector() {
        return sector;
    }

    public double shares() {
        return shares;
    }

    public double averageCost() {
        return averageCost;
    }

    public double price() {
        return price;
    }

    public double value() {
        return value;
    }

    public double weight() {
        return weight;
    }

    /** Returns what it has gained since it was bought. */
    public double gain() {
        return shares * (price - averageCost);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PositionLine that
                && instrumentId.equals(that.instrumentId)
                && name.equals(that.name)
                && issuer.equals(that.issuer)
                && sector.equals(that.sector)
                && Double.compare(shares, that.shares) == 0
                && Double.compare(averageCost, that.averageCost) == 0
                && Double.compare(price, that.price) == 0
                && Double.compare(value, that.value) == 0
                && Double.compare(weight, that.weight) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, name, issuer, sector, shares, averageCost, price, value, weight);
    }

    @Override
    public String toString() {
        return "PositionLine[%s, %s, %s, %s, %s, %s]"
                .formatted(instrumentId, name, issuer, sector, shares, averageCost);
    }
}
