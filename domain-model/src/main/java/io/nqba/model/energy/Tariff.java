package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What energy and power cost. Prices by interval stand in {@link PriceSignal}. Replicated. */
public final class Tariff {
    @QuerySqlField(name = "TARIFF_ID", index = true)
    private final String tariffId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "CURRENCY")
    private final String currency;

    @QuerySqlField(name = "DEMAND_CHARGE_PER_KW")
    private final double demandChargePerKw;

    /**
     * @param tariffId identifier
     * @param name what people call it
     * @param currency ISO 4217 code, such as {@code USD}
     * @param demandChargePerKw charge on the highest import of a window, currency per kW
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Tariff(String tariffId, String name, String currency, double demandChargePerKw) {
        this.tariffId = Require.text("tariffId", tariffId);
        this.name = Require.text("name", name);
        this.currency = Require.text("currency", currency);
        this.demandChargePerKw = Require.notNegative("demandChargePerKw", demandChargePerKw, "per kW");
    }

    public String tariffId() {
        return tariffId;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }

    public double demandChargePerKw() {
        return demandChargePerKw;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tariff that
                && tariffId.equals(that.tariffId)
                && name.equals(that.name)
                && currency.equals(that.currency)
                && Double.compare(demandChargePerKw, that.demandChargePerKw) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tariffId, name, currency, demandChargePerKw);
    }

    @Override
    public String toString() {
        return "Tariff[%s, %s, %s, %s]".formatted(tariffId, name, currency, demandChargePerKw);
    }
}
