package io.nqba.compute.kernel.annealing;

/**
 * A stream of random numbers, the same on every JVM for the same seed. Not for several threads.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
 * doi:10.1145/2660193.2660195. Final and without an interface in between, so that a draw is four instructions in the search loop.
 */
public final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitMix(long seed) {
        this.state = seed;
    }

    /** Returns a stream that does not overlap with this one in practice. */
    public SplitMix split() {
        return new SplitMix(nextLong() ^ GOLDEN);
    }

    public long nextLong() {
        state += GOLDEN;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Returns a number in {@code 0..bound - 1}; its bias of bound/2^32 is harmless here. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Returns a number in 0..1, 1 excluded. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }
}
