package io.nqba.compute.kernel.annealing;

import io.nqba.compute.kernel.annealing.dense.DenseSearch;
import io.nqba.compute.kernel.annealing.dense.KernelChoice;
import io.nqba.compute.kernel.annealing.sparse.SparseCrossover;
import java.util.ArrayList;
import java.util.List;

/**
 * The reduce steps between workers: pure functions of the problem and the answers, so that every node that computes them gets the same
 * bits, in whatever order the answers came.
 */
public final class EliteExchange {
    private EliteExchange() {}

    /** Returns the answers in order, the best first, each once, at most {@code count}. */
    public static List<Elite> ranked(QuadraticProblem problem, List<Elite> elites, int count) {
        return elites.stream()
                .sorted(problem.bestFirst())
                .distinct()
                .limit(count)
                .toList();
    }

    /**
     * Folds all answers into the best one, component by component of their differences. Never worse than the best. Meant for sparse
     * couplings: where they are dense, two answers differ in a single component, and the best comes back as it is. Cost O(n + m) per
     * answer.
     *
     * @param elites at least one
     */
    public static Elite crossover(QuadraticProblem problem, List<Elite> elites) {
        List<Elite> ranked = ranked(problem, elites, elites.size());
        List<byte[]> spins = new ArrayList<>();
        for (Elite elite : ranked) {
            spins.add(spins(elite));
        }
        byte[] child = SparseCrossover.fold(IsingModel.of(problem), spins);
        return better(problem, ranked.get(0), child);
    }

    /**
     * Walks from one answer towards the other and searches from the middle of the path. Never worse than the better one. Meant for dense
     * couplings. Cost O(n²) to set up and O(n) a flip.
     *
     * @param sweeps work allowed, in flips of the tabu search
     * @throws IllegalArgumentException if the problem has too many variables for a full matrix
     */
    public static Elite relink(QuadraticProblem problem, Elite first, Elite second, long seed, long sweeps) {
        List<Elite> ranked = ranked(problem, List.of(first, second), 2);
        if (ranked.size() < 2) {
            return first;
        }
        if (!DenseSearch.fits(problem.size())) {
            throw new IllegalArgumentException(
                    "The size (%d variables) must allow a full matrix; use the crossover.".formatted(problem.size()));
        }
        DenseSearch search = new DenseSearch(IsingModel.of(problem), seed, KernelChoice.current());
        SearchLimits limits = SearchLimits.of(sweeps * problem.size(), Long.MAX_VALUE, () -> false);
        search.relink(spins(ranked.get(0)), spins(ranked.get(1)), limits);
        return better(problem, ranked.get(0), search.bestSpins());
    }

    private static Elite better(QuadraticProblem problem, Elite parent, byte[] spins) {
        byte[] bits = new byte[spins.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (spins[i] > 0 ? 1 : 0);
        }
        Elite child = problem.elite(bits);
        return problem.bestFirst().compare(child, parent) < 0 ? child : parent;
    }

    private static byte[] spins(Elite elite) {
        byte[] spins = elite.bits();
        for (int i = 0; i < spins.length; i++) {
            spins[i] = (byte) (2 * spins[i] - 1);
        }
        return spins;
    }
}
