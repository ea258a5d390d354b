package io.nqba.compute.kernel.assignment;

/** Which work is open: that whose best agent is ahead of the next, or of nobody, by less than a limit. Crosses the grid wire; immutable. */
public final class MarginCut {
    private final int[] open;
    private final int edge;
    private final double typicalPrice;

    MarginCut(int[] open, int edge, double typicalPrice) {
        this.open = open;
        this.edge = edge;
        this.typicalPrice = typicalPrice;
    }

    /** Returns whether the item behind a choice is open. */
    public boolean isOpen(Choice choice, double hours) {
        if (choice.secondUtility() == Double.NEGATIVE_INFINITY) {
            return false;
        }
        int best = choice.best() < 0 ? open.length - 1 : choice.best();
        return MarginTally.bucket(choice.margin(hours), typicalPrice) < open[best]
                || MarginTally.bucket(choice.edge(hours), typicalPrice) < edge;
    }
}
