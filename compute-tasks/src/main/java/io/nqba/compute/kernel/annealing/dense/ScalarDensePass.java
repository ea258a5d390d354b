package io.nqba.compute.kernel.annealing.dense;

/** The pass in plain loops: the fallback, and the reference of its vector twin. */
final class ScalarDensePass implements DensePass {
    @Override
    public long flip(short[] field, byte[] rows, int offset, int factor, short[] spin, short[] floor) {
        int best = Integer.MAX_VALUE;
        int index = 0;
        int all = Integer.MAX_VALUE;
        for (int j = 0; j < field.length; j++) {
            short updated = (short) (field[j] + factor * rows[offset + j]);
            field[j] = updated;
            int cost = updated * spin[j];
            all = Math.min(all, cost);
            int key = Math.max(cost, floor[j]);
            if (key < best) {
                best = key;
                index = j;
            }
        }
        return DensePass.packed(index, all);
    }

    @Override
    public long flip(int[] field, byte[] rows, int offset, int factor, int[] spin, int[] floor) {
        int best = Integer.MAX_VALUE;
        int index = 0;
        int all = Integer.MAX_VALUE;
        for (int j = 0; j < field.length; j++) {
            int updated = field[j] + factor * rows[offset + j];
            field[j] = updated;
            int cost = updated * spin[j];
            all = Math.min(all, cost);
            int key = Math.max(cost, floor[j]);
            if (key < best) {
                best = key;
                index = j;
            }
        }
        return DensePass.packed(index, all);
    }

    @Override
    public long flip(int[] field, short[] rows, int offset, int factor, int[] spin, int[] floor) {
        int best = Integer.MAX_VALUE;
        int index = 0;
        int all = Integer.MAX_VALUE;
        for (int j = 0; j < field.length; j++) {
            int updated = field[j] + factor * rows[offset + j];
            field[j] = updated;
            int cost = updated * spin[j];
            all = Math.min(all, cost);
            int key = Math.max(cost, floor[j]);
            if (key < best) {
                best = key;
                index = j;
            }
        }
        return DensePass.packed(index, all);
    }

    @Override
    public long flip(int[] field, int[] rows, int offset, int factor, int[] spin, int[] floor) {
        int best = Integer.MAX_VALUE;
        int index = 0;
        int all = Integer.MAX_VALUE;
        for (int j = 0; j < field.length; j++) {
            int updated = field[j] + factor * rows[offset + j];
            field[j] = updated;
            int cost = updated * spin[j];
            all = Math.min(all, cost);
            int key = Math.max(cost, floor[j]);
            if (key < best) {
                best = key;
                index = j;
            }
        }
        return DensePass.packed(index, all);
    }

    @Override
    public int widest(short[] field) {
        int widest = 0;
        for (short each : field) {
            widest = Math.max(widest, Math.abs(each));
        }
        return widest;
    }
}
