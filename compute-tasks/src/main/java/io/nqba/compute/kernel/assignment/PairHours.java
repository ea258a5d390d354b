package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/** Hours by unordered pair of agents, nobody included: a small hash table of numbers. Crosses the grid wire. */
final class PairHours {
    private static final long FREE = -1;

    private long[] key = new long[64];
    private long[] ticks = new long[64];
    private int size;

    PairHours() {
        Arrays.fill(key, FREE);
    }

    /** Adds hours of work that stands between two; nobody is −1. */
    void add(int one, int other, long more) {
        long low = Math.min(one, other) + 1L;
        long high = Math.max(one, other) + 1L;
        add(low << 32 | high, more);
    }

    void add(PairHours other) {
        for (int i = 0; i < other.key.length; i++) {
            if (other.key[i] != FREE) {
                add(other.key[i], other.ticks[i]);
            }
        }
    }

    private void add(long pair, long more) {
        int at = find(pair);
        if (key[at] == FREE) {
            key[at] = pair;
            size++;
            ticks[at] = more;
            if (2 * size > key.length) {
                grow();
            }
            return;
        }
        ticks[at] = Math.addExact(ticks[at], more);
    }

    private int find(long pair) {
        int mask = key.length - 1;
        int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (key[at] != FREE && key[at] != pair) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKey = key;
        long[] oldTicks = ticks;
        key = new long[2 * oldKey.length];
        ticks = new long[key.length];
        Arrays.fill(key, FREE);
        size = 0;
        for (int i = 0; i < oldKey.length; i++) {
            if (oldKey[i] != FREE) {
                add(oldKey[i], oldTicks[i]);
            }
        }
    }

    /** Returns the pairs in ascending order, so that sums over them do not depend on how they came in. */
    long[] sortedPairs() {
        return Arrays.stream(key).filter(pair -> pair != FREE).sorted().toArray();
    }

    long ticks(long pair) {
        int at = find(pair);
        return key[at] == FREE ? 0 : ticks[at];
    }

    static int low(long pair) {
        return (int) (pair >>> 32) - 1;
    }

    static int high(long pair) {
        return (int) pair - 1;
    }
}
