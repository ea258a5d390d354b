package io.nqba.compute.kernel.annealing.dense;

/**
 * The pass that a dense search spends its time in: adds a multiple of a matrix row to the local fields and finds, in the same pass, the
 * cheapest flip that is free and the cheapest of all. Two twins, one plain and one on the Vector API, equal bit for bit.
 *
 * <p>All arrays are padded to {@link DenseModel#stride()}. The cost of flip i is spin[i]·field[i], half of what it takes from the
 * objective; of what is free the key is max(cost, floor[i]), with the floor at the type's minimum for a free and at its maximum for a
 * forbidden variable. Ties go to the lowest index. Result: index of the cheapest free flip in the upper half, cheapest cost of all in
 * the lower one. No allocation. Stateless.
 */
interface DensePass {
    /** Fields of 16 bits; the caller answers for their not overflowing. */
    long flip(short[] field, byte[] rows, int offset, int factor, short[] spin, short[] floor);

    /** Fields of 32 bits over rows of bytes. */
    long flip(int[] field, byte[] rows, int offset, int factor, int[] spin, int[] floor);

    /** Fields of 32 bits over rows of 16 bits. */
    long flip(int[] field, short[] rows, int offset, int factor, int[] spin, int[] floor);

    /** Fields of 32 bits over rows of 32 bits. */
    long flip(int[] field, int[] rows, int offset, int factor, int[] spin, int[] floor);

    /** Returns the largest absolute field; the length of the array is a multiple of 32. */
    int widest(short[] field);

    /** Packs the result of a pass. */
    static long packed(int index, int cheapest) {
        return ((long) index << 32) | (cheapest & 0xFFFF_FFFFL);
    }

    static int index(long packed) {
        return (int) (packed >>> 32);
    }

    static int cheapest(long packed) {
        return (int) packed;
    }
}
