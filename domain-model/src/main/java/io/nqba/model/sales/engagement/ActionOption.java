package io.nqba.model.sales.engagement;

/** One thing that can be done with a lead next, and what it is worth. Money is in the currency of the book. Crosses the grid wire. */
public final class ActionOption {
    private final ActionKind kind;
    private final boolean possible;
    private final double value;
    private final double lowValue;
    private final double highValue;
    private final double winChange;
    private final double hours;
    private final String reason;

    /**
     * @param kind what is done
     * @param possible whether nothing speaks against it
     * @param value expected value
     * @param lowValue lower end of its 90 % interval
     * @param highValue upper end of its 90 % interval
     * @param winChange how much more often such leads were won, a share; an observation, not an effect
     * @param hours hours it takes an agent
     * @param reason how the value comes about, or what speaks against it
     */
    public ActionOption(
            ActionKind kind,
            boolean possible,
            double value,
            double lowValue,
            double highValue,
            double winChange,
            double hours,
            String reason) {
        this.kind = kind;
        this.possible = possible;
        this.value = value;
        this.lowValue = lowValue;
        this.highValue = highValue;
        this.winChange = winChange;
        this.hours = hours;
        this.reason = reason;
    }

    public ActionKind kind() {
        return kind;
    }

    public boolean possible() {
        return possible;
    }

    public double value() {
        return value;
    }

    public double lowValue() {
        return lowValue;
    }

    public double highValue() {
        return highValue;
    }

    public double winChange() {
        return winChange;
    }

    public double hours() {
        return hours;
    }

    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "ActionOption[%s, %s, %s]".formatted(kind, possible, value);
    }
}
