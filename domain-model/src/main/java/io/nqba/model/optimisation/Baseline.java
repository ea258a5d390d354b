package io.nqba.model.optimisation;

/** What the unit would have got by a named policy, in the unit of the run's value. Crosses the grid wire. */
public final class Baseline {
    private final String name;
    private final double value;

    /**
     * @param name stable name of the policy, such as {@code no-battery}
     * @param value objective under the policy, in the unit of the run's value
     */
    public Baseline(String name, double value) {
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public double value() {
        return value;
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
