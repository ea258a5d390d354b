package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Solves convex programmes exactly: from the active set of a similar answer where there is one, else by the interior point method
 * finished by its active set.
 *
 * <p>Large programmes whose variables mostly end at 0 are sifted: solved over a promising part, then every variable left out is priced
 * with the multipliers found and taken in if it would help. The end is the optimum of the whole, proven by the same prices.
 */
final class ProgramSolver {
    private static final int DIRECT_SIZE = 90;
    private static final int TAKEN_AT_ONCE = 50;
    private static final int MOST_ROUNDS = 12;
    private static final double FEASIBLE = 1e-8;
    private static final double RELATIVE_GAP = 1e-6;
    /** Weight whose worth a gap is measured against where the optimum itself is worth nothing. */
    private static final double SMALL_TRADE = 1e-3;

    private ProgramSolver() {}

    /**
     * Solves.
     *
     * @param similar answer of a similar programme of the same shape to start from; null for none
     * @return empty where no point keeps every constraint
     */
    static Optional<ProgramSolution> solve(ConvexProgram program, @Nullable ProgramSolution similar) {
        if (similar != null) {
            ProgramSolution warm = ActiveSetFinish.from(program, similar);
            if (warm != null && solved(program, warm)) {
                return Optional.of(warm);
            }
        }
        boolean[] open = new boolean[program.size()];
        int count = 0;
        for (int j = 0; j < open.length; j++) {
            open[j] = program.upper()[j] > program.lower()[j];
            count += open[j] ? 1 : 0;
        }
        if (count > DIRECT_SIZE) {
            ProgramSolution sifted = sift(program, open, similar);
            if (sifted != null) {
                return Optional.of(sifted);
            }
        }
        ProgramSolution whole = over(program, open);
        return solved(program, whole) ? Optional.of(whole) : Optional.empty();
    }

    /** Solves without asking whether the answer keeps every constraint. */
    static ProgramSolution nearest(ConvexProgram program) {
        boolean[] open = new boolean[program.size()];
        for (int j = 0; j < open.length; j++) {
            open[j] = program.upper()[j] > program.lower()[j];
        }
        return over(program, open);
    }

    private static boolean solved(ConvexProgram program, ProgramSolution answer) {
        // Where the best trade is none, the value is 0, and only the coefficients tell what a small gap is.
        double size = 1e-9
                + Math.abs(answer.value())
                + Math.abs(Vectors.dot(program.linear(), answer.x()))
                + SMALL_TRADE * Vectors.largest(program.linear());
        return program.violation(answer.x()) <= FEASIBLE && answer.gap() <= RELATIVE_GAP * size;
    }

    /** Solves over the open variables; the others keep their lower bound, or 0 where that lies within their bounds. */
    private static ProgramSolution over(ConvexProgram program, boolean[] open) {
        double[] x = new double[open.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.min(program.upper()[j], Math.max(program.lower()[j], 0));
        }
        int[] chosen = IntStream.range(0, open.length).filter(j -> open[j]).toArray();
        ConvexProgram part = chosen.length == open.length ? program : program.restrict(chosen, x);
        ProgramSolution inner = chosen.length == 0
                ? new ProgramSolution(
                        new double[0], new double[part.totals().length], new double[part.limits().length], 0, 0, 0)
                : InteriorPoint.solve(part);
        ProgramSolution exact =
                chosen.length == 0 || part.violation(inner.x()) > FEASIBLE ? null : ActiveSetFinish.from(part, inner);
        ProgramSolution better = exact != null && part.violation(exact.x()) <= FEASIBLE ? exact : inner;
        for (int k = 0; k < chosen.length; k++) {
            x[chosen[k]] = better.x()[k];
        }
        return ProgramSolution.of(program, x, better.y(), better.lambda(), better.steps());
    }

    private static @Nullable ProgramSolution sift(
            ConvexProgram program, boolean[] open, @Nullable ProgramSolution similar) {
        boolean[] inside = new boolean[open.length];
        double[] centre = new double[open.length];
        int always = 0;
        for (int j = 0; j < open.length; j++) {
            boolean canRest = program.lower()[j] == 0 || program.upper()[j] == 0;
            inside[j] = open[j] && (!canRest || (similar != null && similar.x()[j] != 0));
            always += inside[j] ? 1 : 0;
            centre[j] = similar != null ? similar.x()[j] : 1.0 / open.length;
        }
        if (always > open.length / 2) {
            return null;
        }
        double[] score = similar != null
                ? program.reducedCosts(centre, similar.y(), similar.lambda())
                : program.gradient(centre);
        takeIn(inside, open, program, score, Double.POSITIVE_INFINITY);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            ProgramSolution answer = over(program, inside);
            if (program.violation(answer.x()) > FEASIBLE) {
                return null;
            }
            double[] reduced = program.reducedCosts(answer.x(), answer.y(), answer.lambda());
            double tolerance = 1e-12 * Vectors.largest(program.gradient(answer.x()));
            if (!takeIn(inside, open, program, reduced, -tolerance)) {
                return solved(program, answer) ? answer : null;
            }
        }
        return null;
    }

    /** Takes in the variables whose move away from 0 gains most, if any gains more than the threshold. */
    private static boolean takeIn(
            boolean[] inside, boolean[] open, ConvexProgram program, double[] cost, double threshold) {
        double[] slope = new double[cost.length];
        Arrays.setAll(slope, j -> program.upper()[j] == 0 ? -cost[j] : cost[j]);
        int[] helpful = IntStream.range(0, cost.length)
                .filter(j -> open[j] && !inside[j] && slope[j] < threshold)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> slope[j]))
                .limit(TAKEN_AT_ONCE)
                .mapToInt(j -> j)
                .toArray();
        for (int j : helpful) {
            inside[j] = true;
        }
        return helpful.length > 0;
    }
}
