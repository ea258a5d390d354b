package io.nqba.compute.kernel.annealing.dense;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The pass on the Vector API. Named by reflection only ({@link KernelChoice}), so that the product runs without the incubator module.
 *
 * <p>One flat loop: with an inner loop per block JDK 17 no longer keeps the accumulators in registers and loses a factor of 3 (measured
 * November 2026: n = 2500, 4.0 against 1.0 million passes a second).
 */
final class VectorDensePass implements DensePass {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> HALF_BYTES = ByteVector.SPECIES_PREFERRED.vectorBitSize() >= 128
            ? VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2))
            : ByteVector.SPECIES_64;
    private static final VectorSpecies<Short> HALF_SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));

    /**
     * Refuses machines on which the twin would be slower or its block numbers could not be told apart.
     *
     * @throws UnsupportedOperationException if the widest vector has fewer than 128 bits
     */
    VectorDensePass() {
        if (SHORTS.vectorBitSize() < 128 || INTS.vectorBitSize() < 128) {
            throw new UnsupportedOperationException("Vectors of 128 bits or more are needed.");
        }
    }

    @Override
    public long flip(short[] field, byte[] rows, int offset, int factor, short[] spin, short[] floor) {
        int lanes = SHORTS.length();
        ShortVector scale = ShortVector.broadcast(SHORTS, (short) factor);
        ShortVector all = ShortVector.broadcast(SHORTS, Short.MAX_VALUE);
        ShortVector best = all;
        ShortVector block = ShortVector.zero(SHORTS);
        for (int j = 0; j < field.length; j += lanes) {
            ShortVector row = (ShortVector)
                    ByteVector.fromArray(HALF_BYTES, rows, offset + j).castShape(SHORTS, 0);
            ShortVector updated = ShortVector.fromArray(SHORTS, field, j).add(row.mul(scale));
            updated.intoArray(field, j);
            ShortVector cost = updated.mul(ShortVector.fromArray(SHORTS, spin, j));
            all = all.min(cost);
            ShortVector key = cost.max(ShortVector.fromArray(SHORTS, floor, j));
            VectorMask<Short> cheaper = key.lt(best);
            best = best.min(key);
            block = block.blend((short) (j / lanes), cheaper);
        }
        short key = best.reduceLanes(VectorOperators.MIN);
        ShortVector candidates = ShortVector.broadcast(SHORTS, Short.MAX_VALUE).blend(block, best.eq(key));
        int index = candidates.reduceLanes(VectorOperators.MIN) * lanes;
        while (Math.max(field[index] * spin[index], floor[index]) != key) {
            index++;
        }
        return DensePass.packed(index, all.reduceLanes(VectorOperators.MIN));
    }

    @Override
    public long flip(int[] field, byte[] rows, int offset, int factor, int[] spin, int[] floor) {
        int lanes = INTS.length();
        IntVector all = IntVector.broadcast(INTS, Integer.MAX_VALUE);
        IntVector best = all;
        IntVector block = IntVector.zero(INTS);
        int step = HALF_BYTES.length();
        for (int base = 0; base < field.length; base += step) {
            ByteVector bytes = ByteVector.fromArray(HALF_BYTES, rows, offset + base);
            int parts = step / lanes;
            for (int part = 0; part < parts; part++) {
                int j = base + part * lanes;
                IntVector row = (IntVector) bytes.castShape(INTS, part);
                IntVector updated = IntVector.fromArray(INTS, field, j).add(row.mul(factor));
                updated.intoArray(field, j);
                IntVector cost = updated.mul(IntVector.fromArray(INTS, spin, j));
                all = all.min(cost);
                IntVector key = cost.max(IntVector.fromArray(INTS, floor, j));
                block = block.blend(j / lanes, key.lt(best));
                best = best.min(key);
            }
        }
        return located(field, spin, floor, best, block, all);
    }

    @Override
    public long flip(int[] field, short[] rows, int offset, int factor, int[] spin, int[] floor) {
        int lanes = INTS.length();
        IntVector all = IntVector.broadcast(INTS, Integer.MAX_VALUE);
        IntVector best = all;
        IntVector block = IntVector.zero(INTS);
        for (int j = 0; j < field.length; j += lanes) {
            IntVector row = (IntVector)
                    ShortVector.fromArray(HALF_SHORTS, rows, offset + j).castShape(INTS, 0);
            IntVector updated = IntVector.fromArray(INTS, field, j).add(row.mul(factor));
            updated.intoArray(field, j);
            IntVector cost = updated.mul(IntVector.fromArray(INTS, spin, j));
            all = all.min(cost);
            IntVector key = cost.max(IntVector.fromArray(INTS, floor, j));
            block = block.blend(j / lanes, key.lt(best));
            best = best.min(key);
        }
        return located(field, spin, floor, best, block, all);
    }

    @Override
    public long flip(int[] field, int[] rows, int offset, int factor, int[] spin, int[] floor) {
        int lanes = INTS.length();
        IntVector all = IntVector.broadcast(INTS, Integer.MAX_VALUE);
        IntVector best = all;
        IntVector block = IntVector.zero(INTS);
        for (int j = 0; j < field.length; j += lanes) {
            IntVector row = IntVector.fromArray(INTS, rows, offset + j);
            IntVector updated = IntVector.fromArray(INTS, field, j).add(row.mul(factor));
            updated.intoArray(field, j);
            IntVector cost = updated.mul(IntVector.fromArray(INTS, spin, j));
            all = all.min(cost);
            IntVector key = cost.max(IntVector.fromArray(INTS, floor, j));
            block = block.blend(j / lanes, key.lt(best));
            best = best.min(key);
        }
        return located(field, spin, floor, best, block, all);
    }

    @Override
    public int widest(short[] field) {
        ShortVector highest = ShortVector.zero(SHORTS);
        ShortVector lowest = highest;
        for (int j = 0; j < field.length; j += SHORTS.length()) {
            ShortVector each = ShortVector.fromArray(SHORTS, field, j);
            highest = highest.max(each);
            lowest = lowest.min(each);
        }
        return Math.max(highest.reduceLanes(VectorOperators.MAX), -lowest.reduceLanes(VectorOperators.MIN));
    }

    private static long located(int[] field, int[] spin, int[] floor, IntVector best, IntVector block, IntVector all) {
        int key = best.reduceLanes(VectorOperators.MIN);
        IntVector candidates = IntVector.broadcast(INTS, Integer.MAX_VALUE).blend(block, best.eq(key));
        int index = candidates.reduceLanes(VectorOperators.MIN) * INTS.length();
        while (Math.max(field[index] * spin[index], floor[index]) != key) {
            index++;
        }
        return DensePass.packed(index, all.reduceLanes(VectorOperators.MIN));
    }
}
