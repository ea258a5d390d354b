package io.nqba.model.finance;

/** Where an order is in its life. */
public enum OrderState {
    /** Handed in, not checked yet. */
    NEW,
    /** Passed the limits, nothing traded yet. */
    ACCEPTED,
    /** Refused by a limit; never trades. */
    REJECTED,
    /** Some shares traded, the rest waits. */
    PARTIALLY_FILLED,
    /** All shares traded. */
    FILLED,
    /** Withdrawn; what was traded stays traded. */
    CANCELLED;

    /** Returns whether shares may still trade. */
    public boolean open() {
        return this == ACCEPTED || this == PARTIALLY_FILLED;
    }

    /** Returns whether nothing will happen any more. */
    public boolean terminal() {
        return this == REJECTED || this == FILLED || this == CANCELLED;
    }

    /** Returns whether an order in this state may get into the other. */
    public boolean leadsTo(OrderState next) {
        return switch (this) {
            case NEW -> next == ACCEPTED || next == REJECTED;
            case ACCEPTED, PARTIALLY_FILLED -> next == PARTIALLY_FILLED || next == FILLED || next == CANCELLED;
            case REJECTED, FILLED, CANCELLED -> false;
        };
    }
}
