package io.nqba.compute.kernel.annealing.sparse;

import java.util.Arrays;

/**
 * The best value of all closed variables, for every combination of the open ones. An open variable owns a slot: bit p of the index, clear
 * for +1. A free slot's bit does not matter: both halves hold the same, so that entering costs nothing. Decisions of 32 steps share one array of
 * ints, a bit each.
 *
 * <p>The index is taken in blocks of 64, so that the inner loop is one that the compiler turns into vectors: with the maximum written out,
 * because JDK 17 has no vector form of {@code Math.max} for ints.
 */
final class FrontierTable {
    private static final int LOW = 6;
    private static final int BLOCK = 1 << LOW;
    private static final int STEPS_PER_GROUP = 32;

    private final int width;
    private final int[] best;
    private final int[][] decision = new int[(FrontierSweep.MOST_VARIABLES + STEPS_PER_GROUP - 1) / STEPS_PER_GROUP][];
    private final byte[] slotOfStep = new byte[FrontierSweep.MOST_VARIABLES];
    private final byte[] slotsOfStep = new byte[FrontierSweep.MOST_VARIABLES];
    private final int[] free;
    private int freeCount;
    /** Slots in use so far; the table has 2^slots entries. */
    private int slots;

    private int steps;
    /** What the closing variable's open neighbours add to its field, by the low and the high bits of the index. */
    private final int[] low = new int[BLOCK];

    private final int[] high;
    private final int[] up = new int[BLOCK];
    private final int[] down = new int[BLOCK];
    private int walk;

    /** @param width most open variables, 6 or more; the table has 2^width entries */
    FrontierTable(int width) {
        this.width = width;
        this.best = new int[1 << width];
        this.high = new int[1 << (width - LOW)];
        this.free = new int[width];
        for (int group = 0; group < decision.length; group++) {
            decision[group] = new int[1 << width];
        }
    }

    int width() {
        return width;
    }

    void reset() {
        steps = 0;
        slots = LOW;
        freeCount = 0;
        for (int slot = LOW - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
        Arrays.fill(best, 0, 1 << slots, 0);
    }

    /** Returns the slot of a variable that enters; at most {@link #width()} at a time. */
    int enter() {
        if (freeCount == 0) {
            System.arraycopy(best, 0, best, 1 << slots, 1 << slots);
            return slots++;
        }
        return free[--freeCount];
    }

    /** Starts the closing of a variable: {@link #couple} its open neighbours next. */
    void begin() {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0, 1 << (slots - LOW), 0);
    }

    void couple(int slot, int weight) {
        int[] part = slot < LOW ? low : high;
        int bit = slot < LOW ? slot : slot - LOW;
        int count = slot < LOW ? BLOCK : 1 << (slots - LOW);
        for (int x = 0; x < count; x++) {
            part[x] += ((x >>> bit) & 1) == 0 ? weight : -weight;
        }
    }

    /**
     * Chooses the better value of a variable for every combination of the others.
     *
     * @param own its field without the open neighbours
     * @param tie 1 to take -1 where both are as good
     */
    void close(int slot, int own, int tie) {
        int bit = steps % STEPS_PER_GROUP;
        int[] decided = decision[steps / STEPS_PER_GROUP];
        if (bit == 0) {
            Arrays.fill(decided, 0);
        }
        slotOfStep[steps] = (byte) slot;
        slotsOfStep[steps++] = (byte) slots;
        free[freeCount++] = slot;
        int blocks = 1 << (slots - LOW);
        for (int block = 0; block < blocks; block++) {
            if (slot < LOW) {
                closeInside(decided, block << LOW, 1 << slot, own + high[block], tie, bit);
            } else if (((block >>> (slot - LOW)) & 1) == 0) {
                int at = block << LOW;
                int other = at + (1 << slot);
                System.arraycopy(best, at, up, 0, BLOCK);
                System.arraycopy(best, other, down, 0, BLOCK);
                choose(up, down, low, own + high[block]);
                System.arraycopy(down, 0, best, at, BLOCK);
                System.arraycopy(down, 0, best, other, BLOCK);
                note(decided, at, up, tie, bit);
            }
        }
    }

    /** The two values of the variable lie in the same block. */
    private void closeInside(int[] decided, int at, int step, int own, int tie, int bit) {
        for (int k = 0; k < BLOCK / 2; k++) {
            int x = ((k & -step) << 1) | (k & (step - 1));
            int plus = best[at + x] + own + low[x];
            int gap = plus - (best[at + x + step] - own - low[x]);
            int most = plus - (gap & (gap >> 31));
            best[at + x] = most;
            best[at + x + step] = most;
            decided[at + x] |= ((gap - tie) >>> 31) << bit;
        }
    }

    /** Leaves the better of the two in {@code minus} and by how much +1 is better in {@code plus}. */
    private static void choose(int[] plus, int[] minus, int[] low, int own) {
        for (int x = 0; x < BLOCK; x++) {
            int field = own + low[x];
            int up = plus[x] + field;
            int gap = up - (minus[x] - field);
            minus[x] = up - (gap & (gap >> 31));
            plus[x] = gap;
        }
    }

    private static void note(int[] decided, int at, int[] gap, int tie, int bit) {
        for (int x = 0; x < BLOCK; x++) {
            decided[at + x] |= ((gap[x] - tie) >>> 31) << bit;
        }
    }

    /** Starts the walk back through all steps. */
    void beginWalk() {
        walk = 0;
    }

    /** Returns the value, -1 or 1, of the variable that closed at a step, given those that closed later. */
    int back(int step) {
        int own = 1 << slotOfStep[step];
        // Slots that came later, and the own one, which another variable may have had later, are no part of this step's
        // index.
        int index = walk & ((1 << slotsOfStep[step]) - 1) & ~own;
        int minus = decision[step / STEPS_PER_GROUP][index] >>> (step % STEPS_PER_GROUP) & 1;
        walk = (walk & ~own) | (minus == 0 ? 0 : own);
        return 1 - 2 * minus;
    }
}
