package io.nqba.compute.kernel.annealing;

/** What is added to one integer coefficient of a problem: of a pair, or of a single variable. Crosses the grid wire. */
public final class CoefficientChange {
    private final int first;
    private final int second;
    private final long amount;

    private CoefficientChange(int first, int second, long amount) {
        this.first = first;
        this.second = second;
        this.amount = amount;
    }

    /** Adds to the coefficient of a variable, in the problem's own domain. */
    public static CoefficientChange linear(int i, long amount) {
        return new CoefficientChange(i, i, amount);
    }

    /** Adds to the coupling of a pair, which may have had none. */
    public static CoefficientChange coupling(int i, int j, long amount) {
        return new CoefficientChange(Math.min(i, j), Math.max(i, j), amount);
    }

    public int first() {
        return first;
    }

    /** Returns the higher variable of the pair; the same as the first for a linear coefficient. */
    public int second() {
        return second;
    }

    public long amount() {
        return amount;
    }

    boolean isLinear() {
        return first == second;
    }
}
