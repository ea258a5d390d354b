package io.nqba.compute.kernel.annealing;

import java.util.SplittableRandom;

/** Seeded problems of every shape, and the slow, obvious answers to them. */
public final class RandomProblems {
    private RandomProblems() {}

    /** Draws integer coefficients from -9..9 for variables and for a share of the pairs. */
    public static QuadraticProblem integers(long seed, int size, double density, Sense sense, Domain domain) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder =
                domain == Domain.BITS ? ProblemBuilder.qubo(size, sense) : ProblemBuilder.ising(size, sense);
        builder.addOffset(random.nextInt(-9, 10));
        for (int i = 0; i < size; i++) {
            builder.addLinear(i, (long) random.nextInt(-9, 10));
            for (int j = i + 1; j < size; j++) {
                if (random.nextDouble() < density) {
                    builder.addCoupling(i, j, (long) random.nextInt(-9, 10));
                }
            }
        }
        return builder.build();
    }

    /** Draws real coefficients from a bell curve. */
    public static QuadraticProblem reals(long seed, int size, double density, Sense sense) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder = ProblemBuilder.qubo(size, sense).addOffset(random.nextDouble());
        for (int i = 0; i < size; i++) {
            builder.addLinear(i, random.nextGaussian());
            for (int j = i + 1; j < size; j++) {
                if (random.nextDouble() < density) {
                    builder.addCoupling(i, j, random.nextGaussian());
                }
            }
        }
        return builder.build();
    }

    /** Draws a cut problem with about {@code degree} edges of weight ±1 per vertex. */
    public static QuadraticProblem cut(long seed, int size, double degree) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder = ProblemBuilder.maxCut(size);
        for (int k = 0; k < size * degree / 2; k++) {
            int i = random.nextInt(size);
            int j = random.nextInt(size);
            if (i != j) {
                builder.addEdge(i, j, random.nextBoolean() ? 1L : -1L);
            }
        }
        return builder.build();
    }

    public static byte[] bits(long seed, int size) {
        var random = new SplittableRandom(seed);
        byte[] bits = new byte[size];
        for (int i = 0; i < size; i++) {
            bits[i] = (byte) random.nextInt(2);
        }
        return bits;
    }

    /** Tries every state; sizes up to 22. */
    public static double bruteForce(QuadraticProblem problem) {
        byte[] bits = new byte[problem.size()];
        double best = problem.value(bits);
        for (int code = 1; code < 1 << bits.length; code++) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (byte) (code >>> i & 1);
            }
            double value = problem.value(bits);
            best = problem.sense() == Sense.MAXIMISE ? Math.max(best, value) : Math.min(best, value);
        }
        return best;
    }

    public static SearchLimits sweeps(QuadraticProblem problem, long sweeps) {
        return SearchLimits.of(sweeps * Math.max(1, problem.size()), Long.MAX_VALUE, () -> false);
    }
}
