package io.nqba.compute.optimisation.format;

import java.util.Arrays;

/** A growing row of integers in blocks, so that growth copies nothing and large rows need no large gap in the heap. */
final class IntBlocks {
    /** 128 kB: far below half a region of the collector, beyond which a block would take whole regions. */
    private static final int BLOCK_BITS = 15;

    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MASK = BLOCK - 1;
    private static final int FIRST = 64;

    private int[][] blocks = {new int[FIRST]};
    private int size;

    void add(int value) {
        int block = size >>> BLOCK_BITS;
        int at = size & MASK;
        if (at == 0 && block > 0) {
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * block);
            }
            blocks[block] = new int[BLOCK];
        } else if (block == 0 && at == blocks[0].length) {
            blocks[0] = Arrays.copyOf(blocks[0], 2 * at);
        }
        blocks[block][at] = value;
        size++;
    }

    int get(int k) {
        return blocks[k >>> BLOCK_BITS][k & MASK];
    }

    void set(int k, int value) {
        blocks[k >>> BLOCK_BITS][k & MASK] = value;
    }

    int size() {
        return size;
    }

    /** Gives the memory back. */
    void release() {
        blocks = new int[][] {new int[FIRST]};
        size = 0;
    }
}
