package io.nqba.compute.optimisation.format;

import java.util.Arrays;

/** The weights of sorted couplings in one array of the narrowest type that holds them. */
abstract sealed class WeightLane {
    static WeightLane of(NumberBlocks weights) {
        return switch (weights.kind()) {
            case NARROW -> new Narrow(weights.size());
            case WIDE -> new Wide(weights.size());
            case REAL -> new Real(weights.size());
        };
    }

    /** Takes weight {@code k} of what was collected to its place. */
    abstract void put(int to, NumberBlocks from, int k);

    abstract boolean isZero(int k);

    abstract void move(int from, int to);

    /** Puts a part into a new order: place {@code start + t} gets what stood at {@code start} + the lower half of {@code order[t]}. */
    abstract void reorder(int start, int length, long[] order);

    /** Cuts the array off. */
    abstract void trim(int length);

    static final class Narrow extends WeightLane {
        private int[] values;
        private int[] scratch = {};

        private Narrow(int size) {
            values = new int[size];
        }

        int[] values() {
            return values;
        }

        @Override
        void put(int to, NumberBlocks from, int k) {
            values[to] = (int) from.exact(k);
        }

        @Override
        boolean isZero(int k) {
            return values[k] == 0;
        }

        @Override
        void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        void reorder(int start, int length, long[] order) {
            scratch = scratch.length < length ? new int[2 * length] : scratch;
            System.arraycopy(values, start, scratch, 0, length);
            for (int t = 0; t < length; t++) {
                values[start + t] = scratch[(int) order[t]];
            }
        }

        @Override
        void trim(int length) {
            values = Arrays.copyOf(values, length);
        }
    }

    static final class Wide extends WeightLane {
        private long[] values;
        private long[] scratch = {};

        private Wide(int size) {
            values = new long[size];
        }

        long[] values() {
            return values;
        }

        @Override
        void put(int to, NumberBlocks from, int k) {
            values[to] = from.exact(k);
        }

        @Override
        boolean isZero(int k) {
            return values[k] == 0;
        }

        @Override
        void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        void reorder(int start, int length, long[] order) {
            scratch = scratch.length < length ? new long[2 * length] : scratch;
            System.arraycopy(values, start, scratch, 0, length);
            for (int t = 0; t < length; t++) {
                values[start + t] = scratch[(int) order[t]];
            }
        }

        @Override
        void trim(int length) {
            values = Arrays.copyOf(values, length);
        }
    }

    static final class Real extends WeightLane {
        private double[] values;
        private double[] scratch = {};

        private Real(int size) {
            values = new double[size];
        }

        double[] values() {
            return values;
        }

        @Override
        void put(int to, NumberBlocks from, int k) {
            values[to] = from.real(k);
        }

        @Override
        boolean isZero(int k) {
            return values[k] == 0;
        }

        @Override
        void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        void reorder(int start, int length, long[] order) {
            scratch = scratch.length < length ? new double[2 * length] : scratch;
            System.arraycopy(values, start, scratch, 0, length);
            for (int t = 0; t < length; t++) {
                values[start + t] = scratch[(int) order[t]];
            }
        }

        @Override
        void trim(int length) {
            values = Arrays.copyOf(values, length);
        }
    }
}
