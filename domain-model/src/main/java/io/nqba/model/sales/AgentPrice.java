package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What an hour of an agent is worth in a run. Replicated. */
public final class AgentPrice {
    @QuerySqlField(name = "HOURS_USED")
    private final double hoursUsed;

    @QuerySqlField(name = "HOURS_CAPACITY")
    private final double hoursCapacity;

    @QuerySqlField(name = "SHADOW_PRICE")
    private final double shadowPrice;

    @QuerySqlField(name = "VALUE")
    private final double value;

    /**
     * @param hoursUsed hours of work given
     * @param hoursCapacity hours there are
     * @param shadowPrice what one more hour would bring, currency of the book per hour
     * @param value expected money of the work given
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AgentPrice(double hoursUsed, double hoursCapacity, double shadowPrice, double value) {
        this.hoursUsed = Require.finite("hoursUsed", Require.notNegative("hoursUsed", hoursUsed, "h"), "h");
        this.hoursCapacity =
                Require.finite("hoursCapacity", Require.notNegative("hoursCapacity", hoursCapacity, "h"), "h");
        this.shadowPrice = Require.finite("shadowPrice", Require.notNegative("shadowPrice", shadowPrice, ""), "");
        this.value = Require.finite("value", value, "");
    }

    public double hoursUsed() {
        return hoursUsed;
    }

    public double hoursCapacity() {
        return hoursCapacity;
    }

    public double shadowPrice() {
        return shadowPrice;
    }

    public double value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgentPrice that
                && Double.compare(hoursUsed, that.hoursUsed) == 0
                && Double.compare(hoursCapacity, that.hoursCapacity) == 0
                && Double.compare(shadowPrice, that.shadowPrice) == 0
                && Double.compare(value, that.value) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(hoursUsed, hoursCapacity, shadowPrice, value);
    }

    @Override
    public String toString() {
        return "AgentPrice[%s, %s]".formatted(hoursUsed, shadowPrice);
    }
}
