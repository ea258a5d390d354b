package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one instrument contributes to the risk of a book or portfolio. Components sum to the whole. Crosses the grid wire. */
public final class RiskPart {
    private final String instrumentId;

    private final String name;

    private final String sector;

    private final double value;

    private final double weight;

    private final double marginalVolatility;

    private final double componentVolatility;

    private final double componentShortfall95;

    private final double componentShortfall99;

    private final double beta;

    private final double daysToSell;

    /**
     * @param instrumentId the instrument
     * @param name what people call it
     * @param sector its sector
     * @param value market value, below 0 when short, money
     * @param weight value as a share of the net value
     * @param marginalVolatility change of the daily volatility per unit of value added
     * @param componentVolatility its part of the daily volatility, money
     * @param componentShortfall95 its part of the historical expected shortfall at 95 %, money
     * @param componentShortfall99 its part of the historical expected shortfall at 99 %, money
     * @param beta slope of its returns against the market; not a number without a market
     * @param daysToSell days that selling it takes; infinite where its volume is not known
     */
    public RiskPart(
            String instrumentId,
            String name,
            String sector,
            double value,
            double weight,
            double marginalVolatility,
            double componentVolatility,
            double componentShortfall95,
            double componentShortfall99,
            double beta,
            double daysToSell) {
        this.instrumentId = instrumentId;
        this.name = name;
        this.sector = sector;
        this.value = value;
        this.weight = weight;
        this.marginalVolatility = marginalVolatility;
        this.componentVolatility = componentVolatility;
        this.componentShortfall95 = componentShortfall95;
        this.componentShortfall99 = componentShortfall99;
        this.beta = beta;
        this.daysToSell = daysToSell;
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

    public double value() {
        return value;
    }

    public double weight() {
        return weight;
    }

    public double marginalVolatility() {
        return marginalVolatility;
    }

    public double componentVolatility() {
        return componentVolatility;
    }

    public double componentShortfall95() {
        return componentShortfall95;
    }

    public double componentShortfall99() {
        return componentShortfall99;
    }

    public double beta() {
        return beta;
    }

    public double daysToSell() {
        return daysToSell;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskPart that
                && instrumentId.equals(that.instrumentId)
                && name.equals(that.name)
                && sector.equals(that.sector)
                && Double.compare(value, that.value) == 0
                && Double.compare(weight, that.weight) == 0
                && Double.compare(marginalVolatility, that.marginalVolatility) == 0
                && Double.compare(componentVolatility, that.componentVolatility) == 0
                && Double.compare(componentShortfall95, that.componentShortfall95) == 0
                && Double.compare(componentShortfall99, that.componentShortfall99) == 0
                && Double.compare(beta, that.beta) == 0
                && Double.compare(daysToSell, that.daysToSell) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                instrumentId,
                name,
                sector,
                value,
                weight,
                marginalVolatility,
                componentVolatility,
                componentShortfall95,
                componentShortfall99,
                beta,
                daysToSell);
    }

    @Override
    public String toString() {
        return "RiskPart[%s, %s, %s]".formatted(instrumentId, value, componentVolatility);
    }
}
