package io.nqba.compute.kernel.annealing;

import io.nqba.model.error.Require;
import java.util.Map;
import java.util.TreeMap;

/**
 * The published random number streams that make the classic QUBO instances, so that no file is needed. All maximise; couplings count
 * ordered pairs, hence twice the drawn number.
 */
public final class InstanceGenerators {
    private static final int INSTANCES_PER_SET = 10;
    private static final double BEASLEY_DENSITY = 0.1;
    /** Draws that precede each of Beasley's sets, by number of variables. */
    private static final Map<Integer, Integer> BEASLEY_SKIP =
            new TreeMap<>(Map.of(50, 11234, 100, 6677, 250, 99714, 500, 999999, 1000, 1234567, 2500, 991234561));

    private InstanceGenerators() {}

    /**
     * Returns one of OR-Library's {@code bqp} problems (J. E. Beasley, "Heuristic algorithms for the unconstrained binary quadratic
     * programming problem", 1998).
     *
     * @param size one of 50, 100, 250, 500, 1000, 2500
     * @param index 1..10
     */
    public static QuadraticProblem beasley(int size, int index) {
        Integer skip = BEASLEY_SKIP.get(size);
        if (skip == null) {
            throw new IllegalArgumentException(
                    "The size (%d variables) must be one of %s.".formatted(size, BEASLEY_SKIP.keySet()));
        }
        Require.within("index", index, 1, INSTANCES_PER_SET);
        int state = skipped(skip);
        ProblemBuilder builder = null;
        for (int instance = 1; instance <= index; instance++) {
            builder = ProblemBuilder.qubo(size, Sense.MAXIMISE);
            for (int i = 0; i < size; i++) {
                for (int j = i; j < size; j++) {
                    state = beasleyNext(state);
                    if (beasleyDraw(state) >= BEASLEY_DENSITY) {
                        continue;
                    }
                    state = beasleyNext(state);
                    add(builder, i, j, (long) (201 * beasleyDraw(state) - 100));
                }
            }
        }
        return builder == null ? ProblemBuilder.qubo(0, Sense.MAXIMISE).build() : builder.build();
    }

    /**
     * Returns one of Palubeckis's problems ({@code p3000.1} is 3000, 50, 31000).
     *
     * <p>Source: G. Palubeckis, "Multistart tabu search strategies for the unconstrained binary quadratic optimization problem",
     * Annals of Operations Research 131 (2004), 259-282, doi:10.1023/B:ANOR.0000039522.58036.68.
     *
     * @param size variables
     * @param density percent of pairs with a coupling, 0..100
     * @param seed first number of the stream, 1 or more
     */
    public static QuadraticProblem palubeckis(int size, int density, int seed) {
        Require.within("density", density, 0, 100);
        ProblemBuilder builder = ProblemBuilder.qubo(size, Sense.MAXIMISE);
        PalubeckisStream stream = new PalubeckisStream(seed);
        for (int i = 0; i < size; i++) {
            add(builder, i, i, (long) Math.floor(201 * stream.next() - 100));
            for (int j = i + 1; j < size; j++) {
                // In single precision, as it was published: in double p3000.2 and p3000.3 each take one pair more and
                // are other problems.
                if (100f * (float) stream.next() <= density) {
                    add(builder, i, j, (long) Math.floor(201 * stream.next() - 100));
                }
            }
        }
        return builder.build();
    }

    private static void add(ProblemBuilder builder, int i, int j, long coefficient) {
        if (coefficient == 0) {
            return;
        }
        if (i == j) {
            builder.addLinear(i, coefficient);
        } else {
            builder.addCoupling(i, j, 2 * coefficient);
        }
    }

    /** Jumps over the draws in O(log count): the generator is affine, and so is each of its powers. */
    private static int skipped(int count) {
        int state = 1;
        int factor = 1103515245;
        int shift = 12345;
        for (int rest = count; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                state = factor * state + shift;
            }
            shift = factor * shift + shift;
            factor = factor * factor;
        }
        return state;
    }

    private static int beasleyNext(int state) {
        return 1103515245 * state + 12345;
    }

    private static double beasleyDraw(int state) {
        return (state >>> 16 & 0x7FFF) / 32768.0;
    }

    /** Lehmer's generator 16807 modulo 2^31 - 1, carried in doubles as published. */
    private static final class PalubeckisStream {
        private static final double MODULUS = 2147483647.0;

        private double state;

        PalubeckisStream(int seed) {
            this.state = Require.within("seed", seed, 1, Integer.MAX_VALUE - 1L);
        }

        double next() {
            double product = state * 16807;
            state = product - MODULUS * (long) (product / MODULUS);
            return state / 2147483648.0;
        }
    }
}
