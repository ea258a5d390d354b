package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sudden change of prices. The narrowest shock that concerns an instrument counts: instrument before sector before all. Crosses the grid wire. */
public final class Shock {
    private final ShockTarget target;

    private final String name;

    private final double change;

    /**
     * @param target what it moves
     * @param name sector or instrument id; empty for all
     * @param change change of the price, such as -0.2 for 20 % down
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Shock(ShockTarget target, String name, double change) {
        this.target = target;
        this.name = name;
        this.change = Require.finite("change", change, "");
    }

    public ShockTarget target() {
        return target;
    }

    public String name() {
        return name;
    }

    public double change() {
        return change;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shock that
                && target == that.target
                && name.equals(that.name)
                && Double.compare(change, that.change) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, name, change);
    }

    @Override
    public String toString() {
        return "Shock[%s, %s, %s]".formatted(target, name, change);
    }
}
