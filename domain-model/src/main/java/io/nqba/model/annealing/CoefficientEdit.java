package io.nqba.model.annealing;

import io.nqba.model.error.Require;

/**
 * One coefficient of a problem that changes. Crosses the grid wire.
 */
public final class CoefficientEdit {
    private final int first;
    private final int second;
    private final double amount;
    private final boolean added;

    /**
     * @param first variable, from 0
     * @param second the other variable of the pair, or the same one for a linear coefficient
     * @param amount the new coefficient, or what is added to it; whole numbers up to 2^53 stay exact
     * @param added true where the amount is added, false where it replaces
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public CoefficientEdit(int first, int second, double amount, boolean added) {
        this.first = (int) Require.within("first", first, 0, Integer.MAX_VALUE);
        this.second = (int) Require.within("second", second, 0, Integer.MAX_VALUE);
        this.amount = Require.finite("amount", amount, "");
        this.added = added;
    }

    /** Returns variable, from 0. */
    public int first() {
        return first;
    }

    /** Returns the other variable of the pair, or the same one for a linear coefficient. */
    public int second() {
        return second;
    }

    /** Returns the new coefficient, or what is added to it; whole numbers up to 2^53 stay exact. */
    public double amount() {
        return amount;
    }

    /** Returns true where the amount is added, false where it replaces. */
    public boolean added() {
        return added;
    }

    @Override
    public String toString() {
        return "CoefficientEdit[%d, %d, %s]".formatted(first, second, amount);
    }
}
