package io.nqba.compute.kernel.annealing;

import io.nqba.compute.kernel.annealing.dense.DenseSearch;
import io.nqba.compute.kernel.annealing.dense.KernelChoice;
import io.nqba.compute.kernel.annealing.sparse.LatticeSearch;
import io.nqba.compute.kernel.annealing.sparse.SparseSearch;
import io.nqba.compute.kernel.annealing.sparse.TemperingSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One worker's state on one problem: searches in rounds, hands out elites and takes in foreign ones. What it holds lives on from round
 * to round. Not for several threads.
 *
 * <p>The problem is reduced and split first; each connected component is searched on its own: up to 16 variables exhaustively, where the
 * couplings fill more than 3 % of the matrix (or more than 64 per variable) by tabu search, else by exchanging replicas or, above 8,000
 * variables, by families of states where a narrow front can sweep through (lattices), else by lines of annealing. Values that leave the
 * worker are recomputed from the problem's own coefficients. Same problem, seed, imports and budgets of sweeps: same bits, on every
 * machine and with either twin of the kernels.
 */
public final class AnnealingWorker {
    private static final double DENSE_SHARE = 0.03;
    private static final int DENSE_DEGREE = 64;
    private static final int GUIDES = 8;

    /** Far from what could overflow a local field, and from what is a small change. */
    private static final int LARGEST_CHANGE = 1 << 20;

    /** Sweeps of a component's first turn; each further turn doubles them, so that long searches are seldom interrupted. */
    private static final long FIRST_TURN_SWEEPS = 2_000;

    private QuadraticProblem problem;
    private final KernelChoice kernel;
    private final Reduction reduction;
    private final List<ComponentSearch> searches = new ArrayList<>();
    private long proposals;
    private Elite best;

    public AnnealingWorker(QuadraticProblem problem, long seed) {
        this(problem, seed, KernelChoice.current());
    }

    /**
     * Prepares a worker: reduction and fields, O(n + m), O(n²) where dense.
     *
     * @param seed different for every worker of a run
     * @param kernel which twin of the dense kernel to run
     */
    public AnnealingWorker(QuadraticProblem problem, long seed, KernelChoice kernel) {
        this.problem = problem;
        this.kernel = kernel;
        this.reduction = Reduction.of(IsingModel.of(problem));
        SplitMix seeds = new SplitMix(seed);
        for (Reduction.Component component : reduction.components()) {
            searches.add(search(component.model(), seeds.nextLong(), kernel));
        }
        this.best = current();
    }

    /** Searches until the limits say stop. Returns the best answer so far. */
    public Elite round(SearchLimits limits) {
        return round(limits, problem.sense() == Sense.MAXIMISE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }

    /**
     * Searches until the limits say stop or the objective is as good as {@code target}. Returns the best answer so far.
     *
     * @param target objective at which to stop; the matching infinity for none
     */
    public Elite round(SearchLimits limits, double target) {
        long before = limits.proposals();
        if (searches.size() == 1) {
            long reached = searches.get(0).bestValue();
            searches.get(0).improve(limits, goal(reduction.components().get(0).model(), target));
            // The answer costs O(n + m) to recompute: a millisecond that a warm start would notice.
            if (searches.get(0).bestValue() > reached) {
                refresh();
            }
        } else {
            turns(limits, target);
            refresh();
        }
        proposals += limits.proposals() - before;
        return best;
    }

    /** Returns the best answer so far. */
    public Elite best() {
        return best;
    }

    /** Returns flips proposed so far; a dense search counts all n for each flip it makes. */
    public long proposals() {
        return proposals;
    }

    /** Returns flips made so far. */
    public long flips() {
        return searches.stream().mapToLong(ComponentSearch::flips).sum();
    }

    /** Returns how many variables followed from others and were taken out before the search. */
    public int removedVariables() {
        return reduction.removed();
    }

    /** Returns good and different answers, the best first, at most {@code count}. */
    public List<Elite> exportElites(int count) {
        List<List<byte[]>> parts =
                searches.stream().map(search -> search.elites(count)).toList();
        int most = parts.stream().mapToInt(List::size).max().orElse(1);
        List<Elite> elites = new ArrayList<>();
        elites.add(best);
        for (int rank = 0; rank < most; rank++) {
            int at = rank;
            Elite elite =
                    assembled(c -> parts.get(c).get(Math.min(at, parts.get(c).size() - 1)));
            if (!elites.contains(elite)) {
                elites.add(elite);
            }
        }
        elites.sort(problem.bestFirst());
        return List.copyOf(elites.subList(0, Math.min(count, elites.size())));
    }

    /** Takes foreign answers in as guides; the own line goes on beside them. */
    public void importElites(List<Elite> elites) {
        for (Elite elite : elites) {
            byte[] spins = spins(elite.bits());
            for (int c = 0; c < searches.size(); c++) {
                int[] variables = reduction.components().get(c).variables();
                byte[] part = new byte[variables.length];
                for (int k = 0; k < part.length; k++) {
                    part[k] = spins[variables[k]];
                }
                searches.get(c).absorb(part);
            }
            if (problem.bestFirst().compare(elite, best) < 0) {
                best = elite;
            }
        }
        refresh();
    }

    /**
     * Returns the worker to go on with after some coefficients have changed. Where the problem is a single dense component and the
     * changes fit its rows, that is this one: rows and the saved fields of all elites take the differences, O(1) each. Otherwise it is a
     * new one that knows this one's elites. Values and targets are those of the changed problem from then on.
     *
     * @param changed the problem after the changes; {@link QuadraticProblem#changed} makes it
     * @param seed for the worker that may have to be built
     */
    public AnnealingWorker changed(List<CoefficientChange> changes, QuadraticProblem changed, long seed) {
        if (searches.size() == 1 && reduction.removed() == 0 && searches.get(0) instanceof DenseSearch dense) {
            IsingModel model = reduction.components().get(0).model();
            // What one unit of the spin objective's numerator is in units of the model.
            long shared = Math.round(model.unit() * problem.toSpinsDivisor());
            if (model.isExact() && fits(changes, dense, shared)) {
                apply(changes, dense, shared);
                problem = changed;
                best = current();
                return this;
            }
        }
        AnnealingWorker successor = new AnnealingWorker(changed, seed, kernel);
        successor.importElites(exportElites(GUIDES).stream()
                .map(elite -> changed.elite(elite.bits()))
                .toList());
        return successor;
    }

    private boolean fits(List<CoefficientChange> changes, DenseSearch dense, long shared) {
        for (CoefficientChange change : changes) {
            long numerator = numerator(change);
            long share = numerator / shared;
            boolean fit = numerator % shared == 0 && Math.abs(share) < LARGEST_CHANGE;
            if (!fit || (!change.isLinear() && !dense.canChange(change.first(), change.second(), (int) share))) {
                return false;
            }
        }
        return true;
    }

    /** Adds the changes as the spins see them; a coupling of bits also adds its numerator to the fields of both ends. */
    private void apply(List<CoefficientChange> changes, DenseSearch dense, long shared) {
        boolean bits = problem.domain() == Domain.BITS;
        int[] first = new int[3 * changes.size()];
        int[] second = new int[first.length];
        int[] difference = new int[first.length];
        int count = 0;
        for (CoefficientChange change : changes) {
            first[count] = change.first();
            second[count] = change.second();
            difference[count++] = (int) (numerator(change) / shared);
            if (bits && !change.isLinear()) {
                first[count] = change.first();
                second[count] = change.first();
                difference[count] = difference[count - 1];
                count++;
                first[count] = change.second();
                second[count] = change.second();
                difference[count] = difference[count - 1];
                count++;
            }
        }
        dense.change(Arrays.copyOf(first, count), Arrays.copyOf(second, count), Arrays.copyOf(difference, count));
    }

    /** Returns what a change adds over spins: with bits, 4·w·x·y = w·(1 + s + t + s·t) and 4·c·x = 2·c·(1 + s). */
    private long numerator(CoefficientChange change) {
        long factor = change.isLinear() && problem.domain() == Domain.BITS ? 2 : 1;
        return factor * problem.sense().sign() * change.amount();
    }

    private static ComponentSearch search(IsingModel model, long seed, KernelChoice kernel) {
        int size = model.size();
        if (size <= ExhaustiveSearch.MOST_VARIABLES) {
            return new ExhaustiveSearch(model);
        }
        double pairs = size * (size - 1.0) / 2;
        boolean dense = model.couplings() > DENSE_SHARE * pairs || 2L * model.couplings() > (long) DENSE_DEGREE * size;
        if (dense && DenseSearch.fits(size)) {
            return new DenseSearch(model, seed, kernel);
        }
        if (TemperingSearch.suits(size)) {
            return new TemperingSearch(model, seed);
        }
        return LatticeSearch.suits(model) ? new LatticeSearch(model, seed) : new SparseSearch(model, seed);
    }

    /** Gives each component its turn, in proportion to its size, with turns that double. */
    private void turns(SearchLimits limits, double target) {
        for (long sweeps = FIRST_TURN_SWEEPS; !limits.stopped() && !searches.isEmpty(); sweeps *= 2) {
            long before = limits.proposals();
            for (int c = 0; c < searches.size(); c++) {
                int size = reduction.components().get(c).model().size();
                searches.get(c).improve(limits.slice(sweeps * size), Long.MAX_VALUE);
            }
            refresh();
            // Nothing left to search where all components were small enough to be exhausted.
            if (limits.proposals() == before || reaches(target)) {
                return;
            }
        }
    }

    private boolean reaches(double target) {
        return problem.sense().sign() * (best.value() - target) >= 0;
    }

    /** Returns the value of the only component at which the whole problem reaches the target. */
    private long goal(IsingModel model, double target) {
        if (Double.isInfinite(target)) {
            return Long.MAX_VALUE;
        }
        double missing = problem.sense().sign() * (target - current().value()) / model.unit();
        if (missing >= Long.MAX_VALUE / 2.0) {
            return Long.MAX_VALUE;
        }
        // Rounded up, less what the division may have added to a whole number.
        return searches.get(0).bestValue() + (long) Math.ceil(missing - 1e-6 * Math.max(1, Math.abs(missing) * 1e-9));
    }

    private void refresh() {
        Elite now = current();
        if (problem.bestFirst().compare(now, best) < 0) {
            best = now;
        }
    }

    private Elite current() {
        return assembled(c -> searches.get(c).bestSpins());
    }

    private Elite assembled(IntFunction<byte[]> part) {
        byte[] spins = new byte[problem.size()];
        Arrays.fill(spins, (byte) 1);
        for (int c = 0; c < searches.size(); c++) {
            int[] variables = reduction.components().get(c).variables();
            byte[] of = part.apply(c);
            for (int k = 0; k < variables.length; k++) {
                spins[variables[k]] = of[k];
            }
        }
        reduction.lift(spins);
        byte[] bits = new byte[spins.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (spins[i] > 0 ? 1 : 0);
        }
        return Descent.polished(problem, bits);
    }

    private static byte[] spins(byte[] bits) {
        byte[] spins = new byte[bits.length];
        for (int i = 0; i < bits.length; i++) {
            spins[i] = (byte) (2 * bits[i] - 1);
        }
        return spins;
    }
}
