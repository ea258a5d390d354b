package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What a flexible device shall draw in one interval. There are rows only where it draws, or would without a plan. */
public final class DeviceSchedule {
    @QuerySqlField(name = "ENERGY_KWH")
    private final double energyKwh;

    @QuerySqlField(name = "UNPLANNED_KWH")
    private final double unplannedKwh;

    /**
     * @param energyKwh energy it shall draw, kWh per interval
     * @param unplannedKwh energy it would draw if it began as soon as it may, kWh per interval
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DeviceSchedule(double energyKwh, double unplannedKwh) {
        this.energyKwh = Require.notNegative("energyKwh", energyKwh, "kWh");
        this.unplannedKwh = Require.notNegative("unplannedKwh", unplannedKwh, "kWh");
    }

    public double energyKwh() {
        return energyKwh;
    }

    public double unplannedKwh() {
        return unplannedKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceSchedule that
                && Double.compare(energyKwh, that.energyKwh) == 0
                && Double.compare(unplannedKwh, that.unplannedKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(energyKwh, unplannedKwh);
    }

    @Override
    public String toString() {
        return "DeviceSchedule[%s, %s]".formatted(energyKwh, unplannedKwh);
    }
}
