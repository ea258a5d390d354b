package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One instrument of a proposal: what is held now, what shall be held, and why. Part of a {@link PortfolioProposal}. */
public final class ProposedPosition {
    private final String instrumentId;

    private final String name;

    private final String sector;

    private final double price;

    private final double sharesNow;

    private final double sharesProposed;

    private final double weightNow;

    private final double weightProposed;

    private final double riskShareProposed;

    private final double cost;

    private final String reason;

    /**
     * @param instrumentId the {@link Instrument}
     * @param name what people call it
     * @param sector line of business of its issuer
     * @param price of one share, the last close
     * @param sharesNow shares held; negative when sold short
     * @param sharesProposed shares that shall be held
     * @param weightNow share of the capital held
     * @param weightProposed share of the capital that shall be held
     * @param riskShareProposed share of the variance that it then carries; not a number where there is none
     * @param cost cost of the trade, money
     * @param reason why it is traded, one sentence; empty where it is not
     */
    public ProposedPosition(
            String instrumentId,
            String name,
            String sector,
            double price,
            double sharesNow,
            double sharesProposed,
            double weightNow,
            double weightProposed,
            double riskShareProposed,
            double cost,
            String reason) {
        this.instrumentId = instrumentId;
        this.name = name;
        this.sector = sector;
        this.price = price;
        this.sharesNow = sharesNow;
        this.sharesProposed = sharesProposed;
        this.weightNow = weightNow;
        this.weightProposed = weightProposed;
        this.riskShareProposed = riskShareProposed;
        this.cost = cost;
        this.reason = reason;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public String name() {
        return name;
    }

    public String sector() {
        return sector;
    }

    public double price() {
        return price;
    }

    public double sharesNow() {
        return sharesNow;
    }

    public double sharesProposed() {
        return sharesProposed;
    }

    public double weightNow() {
        return weightNow;
    }

    public double weightProposed() {
        return weightProposed;
    }

    public double riskShareProposed() {
        return riskShareProposed;
    }

    public double cost() {
        return cost;
    }

    public String reason() {
        return reason;
    }

    /** Returns the shares to buy; negative to sell. */
    public double tradeShares() {
        return sharesProposed - sharesNow;
    }

    /** Returns the money to spend on it; negative for what a sale brings. */
    public double tradeValue() {
        return tradeShares() * price;
    }

    /** Returns whether anything is bought or sold. */
    public boolean traded() {
        return !reason.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProposedPosition that
                && instrumentId.equals(that.instrumentId)
                && name.equals(that.name)
                && sector.equals(that.sector)
                && Double.compare(price, that.price) == 0
                && Double.compare(sharesNow, that.sharesNow) == 0
                && Double.compare(sharesProposed, that.sharesProposed) == 0
                && Double.compare(weightNow, that.weightNow) == 0
                && Double.compare(weightProposed, that.weightProposed) == 0
                && Double.compare(riskShareProposed, that.riskShareProposed) == 0
                && Double.compare(cost, that.cost) == 0
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                instrumentId,
                name,
                sector,
                price,
                sharesNow,
                sharesProposed,
                weightNow,
                weightProposed,
                riskShareProposed,
                cost,
                reason);
    }

    @Override
    public String toString() {
        return "ProposedPosition[%s, %s]".formatted(instrumentId, name);
    }
}
