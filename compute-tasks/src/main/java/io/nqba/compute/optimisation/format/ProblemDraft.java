package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.ProblemRows;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The coefficients that a reader has found so far. Integers stay exact until the first real number; a real number without a fraction
 * counts as an integer, since many programs write every coefficient with a decimal point.
 */
final class ProblemDraft {
    private final Places places;
    private final ReadLimits limits;
    private final IntBlocks first = new IntBlocks();
    private final IntBlocks second = new IntBlocks();
    private final NumberBlocks weight = new NumberBlocks();
    private final LinearTerms linear = new LinearTerms();
    private long exactOffset;
    private double realOffset;
    private boolean realSeen;
    private double absoluteSum;
    private @Nullable String overflowPlace;

    ProblemDraft(Places places, ReadLimits limits) {
        this.places = places;
        this.limits = limits;
    }

    /** Adds to the constant. */
    void addOffset(Figure figure) {
        add(figure, 1);
        if (figure.isWhole()) {
            exactOffset += figure.whole();
        }
        realOffset += figure.real();
    }

    /** Adds to a linear coefficient. */
    void addLinear(int i, Figure figure) {
        add(figure, 1);
        // Beyond the limit sums could leave long; what comes then is either real or refused.
        if (figure.isWhole() && overflowPlace == null) {
            linear.add(i, figure.whole());
        } else {
            linear.add(i, figure.real());
        }
    }

    /** Sets a linear coefficient that may be given once only; returns the ordinal of the one before, or -1. */
    int setLinear(int i, Figure figure, int ordinal) {
        int before = linear.noteGiven(i, ordinal);
        addLinear(i, figure);
        return before;
    }

    /** Adds a coupling of a pair in either order, times the factor, which is a power of two or its negative. */
    void addCoupling(int i, int j, Figure figure, int factor) {
        addFirst(i);
        addSecond(j);
        addWeight(figure, factor);
    }

    /** Adds the first variable of the next coupling. */
    void addFirst(int i) {
        requireRoom(first.size());
        first.add(i);
    }

    /** Adds the second variable of the next coupling. */
    void addSecond(int j) {
        requireRoom(second.size());
        second.add(j);
    }

    /** Adds the weight of the next coupling. */
    void addWeight(Figure figure, int factor) {
        requireRoom(weight.size());
        add(figure, factor);
        if (figure.isWhole()) {
            weight.add(factor * figure.whole());
        } else {
            weight.add(factor * figure.real());
        }
    }

    int firsts() {
        return first.size();
    }

    int seconds() {
        return second.size();
    }

    int weights() {
        return weight.size();
    }

    /**
     * Refuses variables beyond the size and pairs of one variable, for documents that tell the size after the couplings.
     *
     * @param firstAt list that the first variables stand in
     * @param secondAt list that the second ones stand in
     */
    void requireVariables(int size, String firstAt, String secondAt, String remedy) {
        for (int k = 0; k < weight.size(); k++) {
            int i = first.get(k);
            int j = second.get(k);
            if (i >= size || j >= size) {
                throw Refusal.of(
                        "%s/%d gives the variable as (%d), which must lie between 0 and %d."
                                .formatted(i >= size ? firstAt : secondAt, k, i >= size ? i : j, size - 1),
                        remedy);
            }
            if (i == j) {
                throw Refusal.of(
                        "%s/%d joins variable %d with itself.".formatted(secondAt, k, i),
                        "Give the square of a bit as its linear coefficient and the square of a spin as the offset.");
            }
        }
    }

    /** Returns the problem; the draft is spent. Cost O(n + m log of the longest row), 4 to 8 bytes per coupling beside what is there. */
    QuadraticProblem build(Sense sense, Domain domain, int size, int factor) {
        boolean real = realSeen;
        if (!real && absoluteSum > ProblemBuilder.LARGEST_EXACT_SUM) {
            throw Refusal.of(
                    "%s brings the sum of all absolute coefficients above %.3e, the limit for exact integers."
                            .formatted(overflowPlace, ProblemBuilder.LARGEST_EXACT_SUM),
                    "Divide the coefficients by a common factor, or write one of them as a real number such as 0.5.");
        }
        if (real) {
            weight.toReal();
        }
        CouplingSort sorted = new CouplingSort(first, second, weight, size, factor, places);
        sorted.sort();
        ProblemRows rows = new ProblemRows(sense, domain, sorted.start(), sorted.column(), 1);
        WeightLane weights = sorted.weights();
        if (weights instanceof WeightLane.Narrow narrow) {
            return rows.exact(exactOffset, linear.exact(size), narrow.values());
        }
        if (weights instanceof WeightLane.Wide wide) {
            return rows.exact(exactOffset, linear.exact(size), wide.values());
        }
        return rows.real(realOffset, linear.real(size), ((WeightLane.Real) weights).values());
    }

    private void requireRoom(int count) {
        if (count >= limits.mostCouplings()) {
            throw Refusal.of(
                    "%s is coupling %d, and at most %d are read."
                            .formatted(places.here(), count + 1L, limits.mostCouplings()),
                    "Send a smaller problem, or let an operator raise the limit of couplings.");
        }
    }

    private void add(Figure figure, int factor) {
        absoluteSum += Math.abs(factor * figure.real());
        realSeen |= !figure.isWhole();
        if (absoluteSum > ProblemBuilder.LARGEST_EXACT_SUM && overflowPlace == null) {
            overflowPlace = places.here();
        }
        if (!(absoluteSum <= Double.MAX_VALUE)) {
            throw Refusal.of(
                    String.format(
                            Locale.ROOT,
                            "%s brings the sum of all absolute coefficients above %.3e, the largest number there is.",
                            places.here(),
                            Double.MAX_VALUE),
                    "Divide the coefficients by a common factor.");
        }
    }
}
