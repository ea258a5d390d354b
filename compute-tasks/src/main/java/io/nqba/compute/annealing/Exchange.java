package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.EliteExchange;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * The reduce step of annealing on one problem: what the members of a run found becomes one pool, and where couplings are sparse one
 * answer that is better than each. A pure function of the answers, in whatever order they came.
 */
final class Exchange {
    private static final double DENSE_SHARE = 0.03;
    private static final int DENSE_DEGREE = 64;
    private static final int POOL = 8;
    /** Beyond, a fold takes longer than it is worth; the pool still passes answers on. */
    private static final long MOST_FOLDED = 4_000_000;
    /** Beyond, the matrix that relinking needs takes too long to set up. */
    private static final int MOST_RELINKED = 6_000;

    private static final long RELINK_SWEEPS = 4_000;

    private final QuadraticProblem problem;
    private final boolean dense;

    Exchange(QuadraticProblem problem) {
        this.problem = problem;
        double pairs = problem.size() * (problem.size() - 1.0) / 2;
        this.dense = problem.couplings() > DENSE_SHARE * pairs
                || 2L * problem.couplings() > (long) DENSE_DEGREE * problem.size();
    }

    /**
     * What became of a round's answers.
     *
     * @param best the best answer known
     * @param pool good and different answers, best first
     * @param improved whether the exchange itself made the best answer
     */
    record Reduced(Elite best, List<Elite> pool, boolean improved) {
        Reduced {
            pool = List.copyOf(pool);
        }
    }

    /** Returns what a node publishes of its workers' answers. */
    List<Elite> ofNode(List<List<Elite>> lanes, int count) {
        List<Elite> all = new ArrayList<>();
        lanes.forEach(all::addAll);
        List<Elite> bests = lanes.stream().map(elites -> elites.get(0)).toList();
        if (!dense && lanes.size() > 1 && folds()) {
            all.add(EliteExchange.crossover(problem, bests));
        }
        return EliteExchange.ranked(problem, all, count);
    }

    /** Returns good and different answers, best first. */
    List<Elite> ranked(List<Elite> all) {
        return EliteExchange.ranked(problem, all, POOL);
    }

    /**
     * Reduces the answers of a round with the pool so far.
     *
     * @param pool answers of earlier rounds
     * @param answers of this round; with the pool at least one
     * @param seed for the relinking of dense problems
     */
    Reduced reduce(List<Elite> pool, List<Elite> answers, long seed) {
        List<Elite> all = new ArrayList<>(pool);
        all.addAll(answers);
        List<Elite> ranked = EliteExchange.ranked(problem, all, POOL);
        Elite before = ranked.get(0);
        Elite child = child(ranked, seed);
        boolean improved = problem.bestFirst().compare(child, before) < 0 && child.value() != before.value();
        if (improved) {
            all.add(child);
            ranked = EliteExchange.ranked(problem, all, POOL);
        }
        return new Reduced(ranked.get(0), ranked, improved);
    }

    private Elite child(List<Elite> ranked, long seed) {
        if (ranked.size() < 2) {
            return ranked.get(0);
        }
        if (!dense) {
            return folds() ? EliteExchange.crossover(problem, ranked) : ranked.get(0);
        }
        return problem.size() <= MOST_RELINKED
                ? EliteExchange.relink(problem, ranked.get(0), ranked.get(1), seed, RELINK_SWEEPS)
                : ranked.get(0);
    }

    private boolean folds() {
        return (long) problem.size() + problem.couplings() <= MOST_FOLDED;
    }

    /** Returns the mean share of variables in which two answers of the pool differ, 0..1. */
    double diversity(List<Elite> pool) {
        if (pool.size() < 2 || problem.size() == 0) {
            return 0;
        }
        double sum = 0;
        for (int a = 0; a < pool.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += pool.get(a).distance(pool.get(b));
            }
        }
        return sum / (pool.size() * (pool.size() - 1) / 2.0) / problem.size();
    }
}
