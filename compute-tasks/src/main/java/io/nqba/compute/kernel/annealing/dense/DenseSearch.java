package io.nqba.compute.kernel.annealing.dense;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tabu search from the middle of paths between elites. The pool keeps its elites with their local fields, so that a path starts
 * without recomputing any.
 *
 * <p>A path walks from one elite towards another, always by the cheapest flip that brings it nearer; the best state of its middle third
 * is where the next tabu search starts. A child enters the pool when it beats the worst and repeats nobody. Once the pool has stopped
 * changing, it is rebuilt around its best.
 *
 * <p>Cost: O(n) a flip, one pass. Memory: the matrix, and per elite one field and one spin per variable.
 *
 * <p>Source: Y. Wang, Z. Lü, F. Glover, J.-K. Hao, "Path relinking for unconstrained binary quadratic programming", European Journal of
 * Operational Research 223 (2012), 595-604, doi:10.1016/j.ejor.2012.07.012.
 */
public final class DenseSearch implements ComponentSearch {
    private static final int POOL = 8;
    /** Flips without improvement that end a tabu search, per variable. */
    private static final int PATIENCE = 10;

    /**
     * The same after a change of coefficients, when several elites want a short search at once, and how many of them get one. Own
     * instances of n = 2500, 1 % changed, answered after 36,000 flips, November 2026: 0.023 % from the best known on average; with all
     * eight elites, once per variable, 0.029.
     */
    private static final int SETTLING = 2;

    private static final int SETTLED = 3;

    /** Children in a row that did not enter the pool, after which it is rebuilt. */
    private static final int STALE = 20;

    private final DenseModel model;
    private final SplitMix random;
    private final TabuSearch tabu;
    private final List<DenseState> pool = new ArrayList<>();
    private final DenseState work;
    private final DenseState found;
    private final DenseState best;
    private long pathFlips;
    private int stale;
    private int unsettled;
    private boolean regrowing;

    public DenseSearch(IsingModel ising, long seed, KernelChoice kernel) {
        this.model = new DenseModel(ising);
        this.random = new SplitMix(seed);
        this.tabu = new TabuSearch(model.size(), random);
        this.work = new DenseState(model, kernel.pass());
        this.found = new DenseState(work);
        this.best = new DenseState(work);
    }

    /** Returns whether a model of this size can be searched here; a sparse search takes what is too large. */
    public static boolean fits(int size) {
        return DenseModel.fits(size);
    }

    @Override
    public void improve(SearchLimits limits, long target) {
        while (!limits.stopped() && best.value() < target) {
            if (unsettled > 0) {
                settleNext(limits, target);
                continue;
            }
            if (pool.size() < 2 || (pool.size() < POOL && !regrowing)) {
                scatter(limits);
            } else if (stale >= STALE) {
                rebuild();
            } else {
                int from = random.nextInt(pool.size());
                int to = (from + 1 + random.nextInt(pool.size() - 1)) % pool.size();
                walk(pool.get(from), pool.get(to), limits);
            }
            tabu.run(work, found, (long) PATIENCE * model.size(), limits, target);
            keep(found);
        }
    }

    @Override
    public long bestValue() {
        return best.value();
    }

    @Override
    public byte[] bestSpins() {
        return best.spins();
    }

    /** Returns whether a coupling can change by this much where it stands. */
    public boolean canChange(int i, int j, int difference) {
        return model.holds(model.weight(i, j) + difference);
    }

    /**
     * Changes fields and couplings of the model and what follows from them in all states held, then ranks the elites anew. Cost O(1) a
     * change and state: state by state, so that each one's fields stay in the nearest cache.
     *
     * @param first variable, shape {@code [changes]}
     * @param second the other one of a pair; the same where a field changes
     * @param difference what is added
     */
    public void change(int[] first, int[] second, int[] difference) {
        for (int c = 0; c < first.length; c++) {
            if (first[c] == second[c]) {
                model.changeField(first[c], difference[c]);
            } else {
                model.changeWeight(first[c], second[c], difference[c]);
            }
        }
        work.change(first, second, difference);
        found.change(first, second, difference);
        best.change(first, second, difference);
        for (DenseState elite : pool) {
            elite.change(first, second, difference);
        }
        settle();
    }

    /** Searches a little from one elite that the changes have moved off its optimum; it then stands for itself in the pool. */
    private void settleNext(SearchLimits limits, long target) {
        DenseState elite = pool.get(--unsettled);
        work.copy(elite);
        tabu.run(work, elite, (long) SETTLING * model.size(), limits, target);
        if (elite.value() > best.value()) {
            best.copy(elite);
        }
    }

    /** Finds the best state anew after changes, which may have turned the order round. */
    private void settle() {
        // The best comes first in the settling, which goes through the pool backwards.
        pool.sort(Comparator.comparingLong(DenseState::value));
        for (DenseState elite : pool) {
            if (elite.value() > best.value()) {
                best.copy(elite);
            }
        }
        stale = 0;
        // The others are too far off by now to be worth the time; children of those that stay fill the pool again.
        pool.subList(0, Math.max(0, pool.size() - SETTLED)).clear();
        unsettled = pool.size();
        regrowing = true;
    }

    /** Walks once from one foreign state towards the other and searches from the best state in the middle of the path. */
    public void relink(byte[] from, byte[] to, SearchLimits limits) {
        absorb(from);
        DenseState start = new DenseState(work);
        absorb(to);
        walk(start, new DenseState(work), limits);
        tabu.run(work, found, (long) PATIENCE * model.size(), limits, Long.MAX_VALUE);
        keep(found);
    }

    @Override
    public List<byte[]> elites(int count) {
        return pool.stream()
                .sorted(Comparator.comparingLong(DenseState::value).reversed())
                .limit(count)
                .map(DenseState::spins)
                .toList();
    }

    @Override
    public long flips() {
        return tabu.flips() + pathFlips;
    }

    /** Takes the foreign state into the pool: one flip per difference from the best, instead of n² steps. */
    @Override
    public void absorb(byte[] spins) {
        work.copy(best);
        work.freeAll();
        for (int i = 0; i < spins.length; i++) {
            if (work.spin(i) != spins[i]) {
                work.flip(i);
            }
        }
        keep(work);
    }

    /** Starts anew from a state in which every variable has been drawn again. */
    private void scatter(SearchLimits limits) {
        work.freeAll();
        for (int i = 0; i < model.size() && !limits.stopped(); i++) {
            if ((random.nextLong() & 1) == 0) {
                work.flip(i);
                pathFlips++;
                limits.spend(model.size());
            }
        }
        work.tryNarrow();
    }

    private void rebuild() {
        pool.sort(Comparator.comparingLong(DenseState::value).reversed());
        pool.subList(1, pool.size()).clear();
        stale = 0;
        regrowing = false;
    }

    /** Leaves in {@link #work} the best state between a third and two thirds of the path. */
    private void walk(DenseState from, DenseState to, SearchLimits limits) {
        work.copy(from);
        work.forbidAll();
        int distance = 0;
        for (int i = 0; i < model.size(); i++) {
            if (from.spin(i) != to.spin(i)) {
                work.free(i);
                distance++;
            }
        }
        long highest = Long.MIN_VALUE;
        long pass = work.scan();
        for (int step = 1; step <= distance - distance / 3 && !limits.spend(model.size()); step++) {
            int chosen = DensePass.index(pass);
            work.forbid(chosen);
            pass = work.flip(chosen);
            pathFlips++;
            if (step >= distance / 3 && work.value() > highest) {
                highest = work.value();
                found.copy(work);
            }
        }
        if (highest > Long.MIN_VALUE) {
            work.copy(found);
        }
    }

    private void keep(DenseState child) {
        if (child.value() > best.value()) {
            best.copy(child);
        }
        for (DenseState elite : pool) {
            if (elite.value() == child.value() && elite.distance(child) == 0) {
                stale++;
                return;
            }
        }
        if (pool.size() < POOL) {
            pool.add(new DenseState(child));
            return;
        }
        DenseState worst =
                pool.stream().min(Comparator.comparingLong(DenseState::value)).orElseThrow();
        if (child.value() > worst.value()) {
            worst.copy(child);
            stale = 0;
        } else {
            stale++;
        }
    }
}
