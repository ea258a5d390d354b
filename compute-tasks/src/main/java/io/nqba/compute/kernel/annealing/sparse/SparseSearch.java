package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of annealing. A line is annealed once from hot to cold and then reheated again and again; of each reheated copy it takes over
 * the components that gain ({@link PartitionCrossover}). A line that no longer gains joins the elites; the best state takes what is better
 * in any of them, component by component, and goes on where that gains. Otherwise a new line starts that cools more slowly.
 *
 * <p>All temperatures follow from the model's typical field and weight. Cost: O(1) a proposal, O(degree) a flip.
 */
public final class SparseSearch implements ComponentSearch {
    private static final int POOL = 6;
    private static final double HOT = 0.7;
    private static final double COLD = 0.15;
    private static final int FIRST_SWEEPS = 1_000;
    private static final int MOST_SWEEPS = 50_000;
    private static final int SLOWER = 4;
    /** Sweeps without gain after which a line ends. */
    private static final int LEAST_PATIENCE = 6_000;

    private final SparseModel model;
    private final SplitMix random;
    private final Annealing annealing;
    private final PartitionCrossover crossover;
    private final SparseState line;
    private final SparseState reheated;
    private final SparseState best;
    private final List<Elite> pool = new ArrayList<>();
    private ReheatChoice choice;
    private int lineSweeps = FIRST_SWEEPS;
    private long idleSweeps;
    private long spentSweeps;
    /** The line's first fall from hot to cold while it lasts, over rounds if it must; null when there is none. */
    private @Nullable Cooling cooling;

    private boolean cooled;
    /** The same for the reheated copy. */
    private @Nullable Cooling reheating;

    public SparseSearch(IsingModel ising, long seed) {
        this.model = new SparseModel(ising);
        this.random = new SplitMix(seed);
        this.annealing = new Annealing(random);
        this.crossover = new PartitionCrossover(model);
        this.line = new SparseState(model);
        this.reheated = new SparseState(model);
        this.best = new SparseState(model);
        this.choice = newChoice();
    }

    @Override
    public void improve(SearchLimits limits, long target) {
        if (limits.stopped() || best.value >= target) {
            return;
        }
        while (!limits.stopped() && best.value < target) {
            if (!cooled) {
                cool(limits);
            } else if (reheating != null || idleSweeps < patience()) {
                reheat(limits);
            } else {
                finish();
            }
        }
        if (!cooled) {
            // Interrupted while hot: what the line would be if it ended here.
            offer(line.quenched());
        }
    }

    @Override
    public long bestValue() {
        return best.value;
    }

    @Override
    public byte[] bestSpins() {
        return best.spin.clone();
    }

    @Override
    public List<byte[]> elites(int count) {
        List<Elite> all = new ArrayList<>(pool);
        all.add(Elite.of(best));
        if (cooled) {
            all.add(Elite.of(line));
        }
        return Elite.best(all, count);
    }

    /** Keeps the foreign state as a guide and takes its better components into the own line at once. */
    @Override
    public void absorb(byte[] spins) {
        SparseState foreign = new SparseState(model);
        foreign.set(spins);
        offer(foreign);
        if (cooled && crossover.improve(line, spins, false) > 0) {
            idleSweeps = 0;
            offer(line);
        }
        Elite.join(pool, new Elite(spins.clone(), foreign.value), POOL);
    }

    @Override
    public long flips() {
        return annealing.flips();
    }

    private void cool(SearchLimits limits) {
        if (cooling == null) {
            cooling = new Cooling(model, line, hot(), cold(), lineSweeps);
        }
        if (cooling.run(annealing, limits)) {
            cooling = null;
            cooled = true;
            idleSweeps = 0;
            choice = newChoice();
            offer(line);
        }
    }

    private void reheat(SearchLimits limits) {
        if (reheating == null) {
            choice.next();
            reheated.copy(line);
            reheating = new Cooling(model, reheated, choice.heat() * model.typicalField(), cold(), choice.sweeps());
        }
        if (!reheating.run(annealing, limits)) {
            return;
        }
        reheating = null;
        long gained = crossover.improve(line, reheated.spin, true);
        choice.learn(gained);
        spentSweeps += choice.sweeps();
        idleSweeps = gained > 0 ? 0 : idleSweeps + choice.sweeps();
        offer(line);
    }

    /**
     * The line joins the elites, and the best state takes what is better in any of them. If that gains, the best goes on as the line;
     * if not, a new line starts that cools more slowly. (The line itself must not take from the best: where couplings are many, nearly
     * the whole difference is one component, and the line would turn into a copy.)
     */
    private void finish() {
        Elite.join(pool, Elite.of(line), POOL);
        reheated.copy(best);
        long gained = 0;
        for (Elite elite : pool) {
            gained += crossover.improve(reheated, elite.spins(), false);
        }
        idleSweeps = 0;
        spentSweeps = 0;
        if (gained > 0) {
            line.copy(reheated);
            offer(line);
            return;
        }
        lineSweeps = Math.min(SLOWER * lineSweeps, MOST_SWEEPS);
        cooled = false;
    }

    private void offer(SparseState state) {
        if (state.value > best.value) {
            best.copy(state);
        }
    }

    /** Lines whose gains come slowly but steadily, as on large lattices, are given time in proportion to what they have had. */
    private long patience() {
        return Math.max(Math.max(LEAST_PATIENCE, lineSweeps), spentSweeps / 2);
    }

    private double hot() {
        return HOT * model.typicalField();
    }

    private double cold() {
        return COLD * model.typicalWeight();
    }

    private ReheatChoice newChoice() {
        return new ReheatChoice(2 * model.typicalWeight());
    }
}
