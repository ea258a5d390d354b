package io.nqba.node.energy;

import java.util.BitSet;
import java.util.TreeMap;

/**
 * Which intervals of one site a file has had so far: a bit each, so that a year of hours takes a kilobyte. Rows may come in
 * any order.
 */
final class SeenIntervals {
    private final BitSet stored = new BitSet();
    private final BitSet refused = new BitSet();
    /** Line of each row that did not follow its predecessor, by the later interval of the two. */
    private final TreeMap<Long, Long> jumps = new TreeMap<>();

    private long base = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private long lastLine;

    /** What is done with a gap: intervals {@code first..end-1} are missing before the row at {@code line}. */
    @FunctionalInterface
    interface GapConsumer {
        void accept(long first, long end, long line);
    }

    /** Notes a good row. Returns false when the interval was stored before. */
    boolean store(long interval, long line) {
        int bit = bit(interval, line);
        if (stored.get(bit)) {
            return false;
        }
        stored.set(bit);
        return true;
    }

    /** Notes a row that was refused: its interval is no gap, it has been reported. */
    void refuse(long interval, long line) {
        refused.set(bit(interval, line));
    }

    private int bit(long interval, long line) {
        if (base == Long.MIN_VALUE) {
            base = interval;
        }
        if (interval < base) {
            rebase(interval);
        }
        if (last != Long.MIN_VALUE && Math.abs(interval - last) > 1) {
            jumps.put(Math.max(interval, last), line);
        }
        last = interval;
        lastLine = line;
        return Math.toIntExact(interval - base);
    }

    /** Moves the beginning back; by more than asked, so that a file in reverse order is not copied at every row. */
    private void rebase(long interval) {
        long lower = interval - Math.max(1024, stored.length());
        int shift = Math.toIntExact(base - lower);
        shift(stored, shift);
        shift(refused, shift);
        base = lower;
    }

    private static void shift(BitSet bits, int by) {
        BitSet moved = new BitSet(bits.length() + by);
        bits.stream().forEach(bit -> moved.set(bit + by));
        bits.clear();
        bits.or(moved);
    }

    /** Hands over every stretch of intervals between the first and the last one that no row was about. */
    void forEachGap(GapConsumer consumer) {
        BitSet any = (BitSet) stored.clone();
        any.or(refused);
        int end = any.length();
        int from = any.nextClearBit(Math.max(0, any.nextSetBit(0)));
        while (from < end) {
            int to = any.nextSetBit(from);
            var jump = jumps.ceilingEntry(base + to);
            consumer.accept(base + from, base + to, jump == null ? lastLine : jump.getValue());
            from = any.nextClearBit(to);
        }
    }
}
