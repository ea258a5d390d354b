package io.nqba.compute.kernel.annealing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quadratic objective over binary variables: {@code (offset + Σ linear[i]·v[i] + Σ(i<j) coupling[i][j]·v[i]·v[j]) / divisor}, to
 * be maximised or minimised, where v is 0/1 ({@link Domain#BITS}) or -1/+1 ({@link Domain#SPINS}). Immutable; built by {@link
 * ProblemBuilder}. Crosses the grid wire.
 *
 * <p>Every pair stands once. Formats that count ordered pairs (OR-Library's bqp: Σ over i and j of q[i][j]·x[i]·x[j]) have coupling
 * 2·q here. A weighted cut is the QUBO Σ w·(x[i] + x[j] - 2·x[i]·x[j]). The divisor keeps conversions exact: a QUBO with integer
 * coefficients has quarters as an Ising model.
 *
 * <p>Couplings are the strict upper triangle by rows: 8 bytes each where the coefficients fit {@code int}.
 */
public final class QuadraticProblem {
    private final Sense sense;
    private final Domain domain;
    private final Coefficients offset;
    private final Coefficients linear;
    private final int[] start;
    private final int[] column;
    private final Coefficients coupling;
    private final long divisor;

    QuadraticProblem(
            Sense sense,
            Domain domain,
            Coefficients offset,
            Coefficients linear,
            int[] start,
            int[] column,
            Coefficients coupling,
            long divisor) {
        this.sense = sense;
        this.domain = domain;
        this.offset = offset;
        this.linear = linear;
        this.start = start;
        this.column = column;
        this.coupling = coupling;
        this.divisor = divisor;
    }

    public Sense sense() {
        return sense;
    }

    public Domain domain() {
        return domain;
    }

    /** Returns the number of variables. */
    public int size() {
        return start.length - 1;
    }

    /** Returns the number of pairs with a coupling. */
    public int couplings() {
        return column.length;
    }

    /** Returns true when all coefficients are integers, and values therefore exact. */
    public boolean isExact() {
        return linear.isExact() && coupling.isExact() && offset.isExact();
    }

    public long divisor() {
        return divisor;
    }

    /** Returns the divisor of {@link #toSpins()}. */
    long toSpinsDivisor() {
        return domain == Domain.BITS ? 4 * divisor : divisor;
    }

    /** Returns the first index of row {@code i}; row {@code size()} is the end of the last one. */
    public int rowStart(int i) {
        return start[i];
    }

    /** Returns the second variable of coupling {@code k}, higher than the first. */
    public int column(int k) {
        return column[k];
    }

    public double linear(int i) {
        return linear.real(i);
    }

    public double coupling(int k) {
        return coupling.real(k);
    }

    public double offset() {
        return offset.real(0);
    }

    /** Returns the coefficient as an integer; only for exact problems. */
    public long exactLinear(int i) {
        return linear.exact(i);
    }

    /** Returns the coefficient as an integer; only for exact problems. */
    public long exactCoupling(int k) {
        return coupling.exact(k);
    }

    /** Returns the offset as an integer; only for exact problems. */
    public long exactOffset() {
        return offset.exact(0);
    }

    /**
     * Returns the objective times the divisor, exactly. Cost O(n + couplings).
     *
     * @param bits shape {@code [n]}, 0 or 1; for spins 0 stands for -1
     * @throws IllegalStateException if the coefficients are real
     */
    public long exactValue(byte[] bits) {
        long sum = offset.exact(0);
        for (int i = 0; i < bits.length; i++) {
            int left = valueOf(bits[i]);
            if (left == 0) {
                continue;
            }
            sum += left * (linear.exact(i) + exactRow(i, bits));
        }
        return sum;
    }

    /**
     * Returns the objective, rounded once where the coefficients are integers. Cost O(n + couplings).
     *
     * @param bits shape {@code [n]}, 0 or 1; for spins 0 stands for -1
     */
    public double value(byte[] bits) {
        if (isExact()) {
            return exactValue(bits) / (double) divisor;
        }
        double sum = offset.real(0);
        for (int i = 0; i < bits.length; i++) {
            int left = valueOf(bits[i]);
            if (left == 0) {
                continue;
            }
            double row = linear.real(i);
            for (int k = start[i]; k < start[i + 1]; k++) {
                row += coupling.real(k) * valueOf(bits[column[k]]);
            }
            sum += left * row;
        }
        return sum / divisor;
    }

    /**
     * Returns the problem with some coefficients changed. Cost O(n + m): the coefficients are copied; pairs without a coupling so far
     * cost a sort.
     *
     * @throws IllegalStateException if the coefficients are real or carry a divisor
     */
    public QuadraticProblem changed(List<CoefficientChange> changes) {
        if (!isExact() || divisor != 1) {
            throw new IllegalStateException("Only a problem with whole coefficients can be changed; build it anew.");
        }
        QuadraticProblem inPlace = changedInPlace(changes);
        if (inPlace != null) {
            return inPlace;
        }
        ProblemBuilder builder = ProblemBuilder.of(this);
        for (CoefficientChange change : changes) {
            if (change.isLinear()) {
                builder.addLinear(change.first(), change.amount());
            } else {
                builder.addCoupling(change.first(), change.second(), change.amount());
            }
        }
        return builder.build();
    }

    /** Returns null where a pair has had no coupling, or a sum could come near the limit that the builder checks. */
    private @Nullable QuadraticProblem changedInPlace(List<CoefficientChange> changes) {
        List<CoefficientChange> single =
                changes.stream().filter(CoefficientChange::isLinear).toList();
        List<CoefficientChange> pairs =
                changes.stream().filter(change -> !change.isLinear()).toList();
        int[] at = new int[pairs.size()];
        for (int k = 0; k < at.length; k++) {
            CoefficientChange change = pairs.get(k);
            if (change.first() < 0 || change.second() >= size()) {
                return null;
            }
            at[k] = Arrays.binarySearch(column, start[change.first()], start[change.first() + 1], change.second());
            if (at[k] < 0 || Math.abs(change.amount()) > Integer.MAX_VALUE) {
                return null;
            }
        }
        for (CoefficientChange change : single) {
            if (change.first() < 0 || change.first() >= size() || Math.abs(change.amount()) > Integer.MAX_VALUE) {
                return null;
            }
        }
        Coefficients couplings = coupling.plus(
                at, pairs.stream().mapToLong(CoefficientChange::amount).toArray());
        Coefficients fields = linear.plus(
                single.stream().mapToInt(CoefficientChange::first).toArray(),
                single.stream().mapToLong(CoefficientChange::amount).toArray());
        return with(domain, offset, fields, couplings, divisor);
    }

    /** Returns Σ coupling·v over row {@code i}. With bits it is 0 or 1 times each; with spins twice that, less the whole row. */
    private long exactRow(int i, byte[] bits) {
        long chosen = coupling.exactSum(start[i], start[i + 1], column, bits);
        return domain == Domain.BITS ? chosen : 2 * chosen - coupling.exactSum(start[i], start[i + 1]);
    }

    /** Returns an answer with its value recomputed from the coefficients, once. */
    public Elite elite(byte[] bits) {
        if (!isExact()) {
            return new Elite(bits, 0, value(bits));
        }
        long exact = exactValue(bits);
        return new Elite(bits, exact, exact / (double) divisor);
    }

    /** Orders answers of this problem, best first; equal values by their bits, so that no reduce depends on arrival order. */
    public Comparator<Elite> bestFirst() {
        Comparator<Elite> rising =
                isExact() ? Comparator.comparingLong(Elite::exactValue) : Comparator.comparingDouble(Elite::value);
        return (sense == Sense.MAXIMISE ? rising.reversed() : rising).thenComparing(Elite::words, Arrays::compare);
    }

    /** Returns the same objective over spins; the value of every bit vector stays the same, exactly where it was exact. */
    public QuadraticProblem toSpins() {
        return domain == Domain.SPINS ? this : DomainConversion.toSpins(this);
    }

    /** Returns the same objective over bits; the value of every bit vector stays the same, exactly where it was exact. */
    public QuadraticProblem toBits() {
        return domain == Domain.BITS ? this : DomainConversion.toBits(this);
    }

    /** Returns the problem with other coefficients on the same pairs. */
    QuadraticProblem with(
            Domain newDomain,
            Coefficients newOffset,
            Coefficients newLinear,
            Coefficients newCoupling,
            long newDivisor) {
        return new QuadraticProblem(sense, newDomain, newOffset, newLinear, start, column, newCoupling, newDivisor);
    }

    Coefficients couplingCoefficients() {
        return coupling;
    }

    private int valueOf(byte bit) {
        return domain == Domain.BITS ? bit : 2 * bit - 1;
    }
}
