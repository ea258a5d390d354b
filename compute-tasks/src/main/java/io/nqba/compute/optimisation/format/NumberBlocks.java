package io.nqba.compute.optimisation.format;

/**
 * A growing row of numbers: 4 bytes each as long as all of them fit {@code int}, then 8, as {@code long} or, from the first real number
 * on, as {@code double}. A number is kept as its lower and its upper half, so that a change of kind happens in place.
 */
final class NumberBlocks {
    /** How the numbers are kept. */
    enum Kind {
        NARROW,
        WIDE,
        REAL
    }

    private final IntBlocks lower = new IntBlocks();
    private final IntBlocks upper = new IntBlocks();
    private Kind kind = Kind.NARROW;

    void add(long value) {
        if (kind == Kind.NARROW && (int) value != value) {
            widen();
        }
        append(kind == Kind.REAL ? Double.doubleToRawLongBits((double) value) : value);
    }

    void add(double value) {
        toReal();
        append(Double.doubleToRawLongBits(value));
    }

    private void append(long halves) {
        lower.add((int) halves);
        if (kind != Kind.NARROW) {
            upper.add((int) (halves >>> 32));
        }
    }

    Kind kind() {
        return kind;
    }

    int size() {
        return lower.size();
    }

    /** Returns number {@code k}; only while none is real. */
    long exact(int k) {
        return kind == Kind.NARROW ? lower.get(k) : halves(k);
    }

    double real(int k) {
        return kind == Kind.REAL ? Double.longBitsToDouble(halves(k)) : exact(k);
    }

    /** Returns number {@code k} divided by the factor that it was scaled with, as the document shows it. */
    String shown(int k, int factor) {
        return kind == Kind.REAL ? Double.toString(real(k) / factor) : Long.toString(exact(k) / factor);
    }

    /** Turns everything into doubles, what is there and what follows. */
    void toReal() {
        if (kind == Kind.REAL) {
            return;
        }
        widen();
        for (int k = 0; k < size(); k++) {
            long halves = Double.doubleToRawLongBits((double) halves(k));
            lower.set(k, (int) halves);
            upper.set(k, (int) (halves >>> 32));
        }
        kind = Kind.REAL;
    }

    /** Gives the memory back. */
    void release() {
        lower.release();
        upper.release();
    }

    private void widen() {
        if (kind == Kind.NARROW) {
            for (int k = 0; k < lower.size(); k++) {
                upper.add(lower.get(k) >> 31);
            }
            kind = Kind.WIDE;
        }
    }

    private long halves(int k) {
        return ((long) upper.get(k) << 32) | (lower.get(k) & 0xffff_ffffL);
    }
}
