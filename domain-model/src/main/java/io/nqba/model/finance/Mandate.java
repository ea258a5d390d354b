package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the owner of a portfolio allows. Part of a {@link Portfolio}. */
public final class Mandate {
    private final double riskAversion;

    private final double minWeight;

    private final double maxWeight;

    private final double costPerUnit;

    private final List<String> instrumentIds;

    /**
     * @param riskAversion λ: how much yearly variance weighs against yearly return; more than 0
     * @param minWeight least weight of one instrument, share of the value; negative allows selling short
     * @param maxWeight largest weight of one instrument, share of the value
     * @param costPerUnit cost of trading, share of the value traded, such as 0.001 for 0.1 %
     * @param instrumentIds instruments it may hold; empty for the whole universe
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Mandate(
            double riskAversion, double minWeight, double maxWeight, double costPerUnit, List<String> instrumentIds) {
        this.riskAversion = Require.finite("riskAversion", Require.positive("riskAversion", riskAversion, ""), "");
        this.minWeight = weight("minWeight", minWeight);
        this.maxWeight = above(minWeight, weight("maxWeight", maxWeight));
        this.costPerUnit = Require.fraction("costPerUnit", costPerUnit);
        this.instrumentIds = List.copyOf(instrumentIds);
    }

    public double riskAversion() {
        return riskAversion;
    }

    public double minWeight() {
        return minWeight;
    }

    public double maxWeight() {
        return maxWeight;
    }

    public double costPerUnit() {
        return costPerUnit;
    }

    public List<String> instrumentIds() {
        return instrumentIds;
    }

    private static double weight(String name, double value) {
        if (!(Math.abs(value) <= 1)) {
            throw new IllegalArgumentException("The %s (%s) must lie between -1 and 1.".formatted(name, value));
        }
        return value;
    }

    private static double above(double minWeight, double maxWeight) {
        if (!(maxWeight > 0 && maxWeight >= minWeight)) {
            throw new IllegalArgumentException("The maxWeight (%s) must be more than 0 and at least the minWeight (%s)."
                    .formatted(maxWeight, minWeight));
        }
        return maxWeight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mandate that
                && Double.compare(riskAversion, that.riskAversion) == 0
                && Double.compare(minWeight, that.minWeight) == 0
                && Double.compare(maxWeight, that.maxWeight) == 0
                && Double.compare(costPerUnit, that.costPerUnit) == 0
                && instrumentIds.equals(that.instrumentIds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(riskAversion, minWeight, maxWeight, costPerUnit, instrumentIds);
    }

    @Override
    public String toString() {
        return "Mandate[%s, %s, %s, %s]".formatted(riskAversion, minWeight, maxWeight, costPerUnit);
    }
}
