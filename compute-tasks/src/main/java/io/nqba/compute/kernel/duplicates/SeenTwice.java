package io.nqba.compute.kernel.duplicates;

/**
 * Which of many numbers were seen more than once, in two bits for each of a power of two of places. What was seen twice is always known;
 * now and then a number that was seen once shares its place with another and is taken along. Sums of parts are the same in whatever order
 * they are added. Not for several threads. Crosses the grid wire.
 */
public final class SeenTwice {
    private static final int LEAST_BITS = 10;
    private static final int MOST_BITS = 25;

    private final long[] once;
    private final long[] twice;

    /** @param bits places, as a power of two; a place for every number or more keeps chance meetings rare */
    public SeenTwice(int bits) {
        once = new long[1 << (bits - 6)];
        twice = new long[1 << (bits - 6)];
    }

    /** Returns bits for a number of numbers: four places each, 8 MB at most. */
    public static int bitsFor(long numbers) {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, 4 * numbers - 1));
        return Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
    }

    /** Notes a number. O(1). */
    public void see(long number) {
        int place = place(number);
        long bit = 1L << place;
        twice[place >>> 6] |= once[place >>> 6] & bit;
        once[place >>> 6] |= bit;
    }

    /** Adds what was seen elsewhere, with as many places. */
    public void add(SeenTwice other) {
        for (int i = 0; i < once.length; i++) {
            twice[i] |= other.twice[i] | (once[i] & other.once[i]);
            once[i] |= other.once[i];
        }
    }

    /** Returns whether a number may have been seen twice. */
    public boolean maybe(long number) {
        int place = place(number);
        return (twice[place >>> 6] & (1L << place)) != 0;
    }

    /** Returns the size on the wire, bytes. */
    public long bytes() {
        return 8L * (once.length + twice.length);
    }

    private int place(long number) {
        return (int) (number >>> 7) & ((once.length << 6) - 1);
    }
}
