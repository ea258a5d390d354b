package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Families of states on a model that a narrow front can sweep through, as lattices are. A founder is cooled from random and improved by
 * {@link FrontierSweep}, strip by strip exactly. Founders are merged: what they agree on is contracted, and the front sweeps through the small
 * rest. From then on the best state has children, reheated copies of it, and is merged with them. When generations no longer gain,
 * another founder comes in.
 *
 * <p>Temperatures follow from the model's typical field and weight. G81, a torus of 20,000, ten seconds of processor time, November 2026: cuts of
 * 14044 to 14052, where lines of annealing ({@link SparseSearch}) reached 14034 to 14044.
 *
 * <p>Cost O(1) a proposal, O(2^width) a variable that a front closes; the latter counts as a quarter of the table's entries in proposals, which
 * is about the time it takes.
 */
public final class LatticeSearch implements ComponentSearch {
    private static final double HOT = 0.7;
    private static final double COLD = 0.15;
    private static final double REHEAT = 0.45;
    private static final int FOUNDERS = 5;
    private static final int CHILDREN = 3;
    private static final int FOUNDER_SWEEPS = 1_000;
    private static final int CHILD_SWEEPS = 600;
    private static final int FOUNDER_PASSES = 20;
    private static final int CHILD_PASSES = 1;
    private static final int MOST_KEPT = 6;
    private static final int WIDTH = 10;
    private static final int MERGE_WIDTH = 12;
    /** Passes without gain after which a merge ends, and all it may take. */
    private static final int MERGE_PATIENCE = 8;

    private static final int MERGE_PASSES = 50;
    /** Generations without gain after which another founder is wanted. */
    private static final int PATIENCE = 12;
    /** How much worse than the founders a foreign state may be, a share: cooled states differ by a tenth of it, hot ones by five times it. */
    private static final double TOLERANCE = 0.01;
    /** Lattices have 0.7, random graphs of degree 3 and more less than 0.5. */
    private static final double LEAST_COVERAGE = 0.6;

    private final SparseModel model;
    private final SplitMix random;
    private final Annealing annealing;
    private final FrontierSweep front;
    private final SparseState work;
    private final SparseState best;
    private final List<Elite> founders = new ArrayList<>();
    private final List<Elite> children = new ArrayList<>();
    /** Founders that were in no merge yet. */
    private final List<Elite> fresh = new ArrayList<>();
    /** Foreign states that came before there was a founder to compare them with. */
    private final List<Elite> strangers = new ArrayList<>();

    private @Nullable Cooling cooling;
    private @Nullable Merge merge;
    private boolean founding;
    private boolean cold;
    private long polished;
    private int idle;

    public LatticeSearch(IsingModel ising, long seed) {
        this.model = new SparseModel(ising);
        this.random = new SplitMix(seed);
        this.annealing = new Annealing(random);
        this.front = new FrontierSweep(model, random, WIDTH);
        this.work = new SparseState(model);
        this.best = new SparseState(model);
        best.quench();
    }

    /** Returns whether a narrow front leaves little of the model out. Cost O(n + m). */
    public static boolean suits(IsingModel ising) {
        SparseModel model = new SparseModel(ising);
        return FrontierSweep.fits(model)
                && new FrontierSweep(model, new SplitMix(1), WIDTH).coverage(new SparseState(model)) >= LEAST_COVERAGE;
    }

    @Override
    public void improve(SearchLimits limits, long target) {
        if (limits.stopped() || best.value >= target) {
            return;
        }
        while (!limits.stopped() && best.value < target) {
            step(limits);
        }
        if (!cold) {
            // Interrupted while hot: what it would be if it ended here.
            offer(work.quenched());
        } else if (merge != null) {
            offer(merge.mixture());
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
        List<Elite> all = new ArrayList<>(List.of(Elite.of(best)));
        all.addAll(founders);
        all.addAll(children);
        return Elite.best(all, count);
    }

    /**
     * The foreign state counts as a founder and takes part in the next merge, if it is as good as what was cooled here. Others search
     * at the same time: what they send first was still hot when it was taken, and has nothing that the own founders lack.
     */
    @Override
    public void absorb(byte[] spins) {
        SparseState foreign = new SparseState(model);
        foreign.set(spins);
        offer(foreign);
        Elite.join(strangers, new Elite(spins.clone(), foreign.value), MOST_KEPT);
        welcome();
    }

    private void welcome() {
        if (founders.isEmpty()) {
            return;
        }
        long least = founders.stream().mapToLong(Elite::value).min().orElseThrow();
        strangers.stream()
                .filter(stranger -> stranger.value() >= least - (long) (TOLERANCE * Math.abs(least)))
                .forEach(this::found);
        strangers.clear();
    }

    private void found(Elite founder) {
        if (Elite.join(founders, founder, MOST_KEPT)) {
            fresh.add(founder);
        }
    }

    @Override
    public long flips() {
        return annealing.flips();
    }

    private void step(SearchLimits limits) {
        if (merge != null) {
            if (merge.run(limits)) {
                endMerge(merge);
            }
        } else if (cooling == null) {
            begin();
        } else if (!cold) {
            cold = cooling.run(annealing, limits);
        } else if (polished < (long) (founding ? FOUNDER_PASSES : CHILD_PASSES) * model.size()) {
            polished += sweep(front, work, WIDTH, limits);
            offer(work);
        } else {
            end();
        }
    }

    private void begin() {
        founding = founders.size() < FOUNDERS || idle >= PATIENCE;
        cold = false;
        polished = 0;
        if (!founding) {
            work.copy(best);
            cooling = new Cooling(model, work, REHEAT * model.typicalField(), cold(), CHILD_SWEEPS);
            return;
        }
        idle = 0;
        for (int i = 0; i < model.size(); i++) {
            if ((random.nextLong() & 1) == 0) {
                work.flip(i);
            }
        }
        cooling = new Cooling(model, work, HOT * model.typicalField(), cold(), FOUNDER_SWEEPS);
    }

    private void end() {
        cooling = null;
        Elite member = Elite.of(work);
        if (founding) {
            found(member);
            welcome();
        } else {
            children.add(member);
        }
        if (children.size() >= CHILDREN || (founding && founders.size() >= FOUNDERS)) {
            startMerge();
        }
    }

    private void startMerge() {
        List<byte[]> others = new ArrayList<>();
        children.forEach(child -> others.add(child.spins()));
        // An own founder is mixed with all others; each time that news comes in, only the news is: else nobody has
        // children any more.
        (founding ? founders : fresh).forEach(founder -> others.add(founder.spins()));
        children.clear();
        fresh.clear();
        Contraction contraction = new Contraction(model, best.spin, others);
        if (contraction.model().size() >= 2 && FrontierSweep.fits(contraction.model())) {
            merge = new Merge(contraction);
        } else {
            idle++;
        }
    }

    /** Takes the mixture for the best state; one that a foreign state has overtaken meanwhile is mixed with it next time. */
    private void endMerge(Merge ended) {
        merge = null;
        SparseState mixture = ended.mixture();
        idle = mixture.value > ended.base.value ? 0 : idle + 1;
        if (mixture.value >= best.value) {
            best.copy(mixture);
        } else {
            fresh.add(Elite.of(mixture));
        }
    }

    /** Sweeps through what the best state and others do not agree on. Limits may interrupt it; it goes on where it was. */
    private final class Merge {
        private final Contraction contraction;
        private final SparseState base = new SparseState(model);
        private final SparseState mixed;
        private final FrontierSweep sweeps;
        private long swept;
        private long gainedAt;

        Merge(Contraction contraction) {
            this.contraction = contraction;
            this.base.copy(best);
            this.mixed = new SparseState(contraction.model());
            this.sweeps = new FrontierSweep(contraction.model(), random, MERGE_WIDTH);
        }

        /** Returns whether it has ended; else the limits say stop. */
        boolean run(SearchLimits limits) {
            long size = contraction.model().size();
            while (swept < MERGE_PASSES * size && swept - gainedAt < MERGE_PATIENCE * size) {
                if (limits.stopped()) {
                    return false;
                }
                long before = mixed.value;
                // Where the seed is held nothing is swept; it counts, so that the merge ends.
                swept += Math.max(1, sweep(sweeps, mixed, MERGE_WIDTH, limits));
                gainedAt = mixed.value > before ? swept : gainedAt;
            }
            return true;
        }

        SparseState mixture() {
            SparseState lifted = new SparseState(model);
            lifted.copy(base);
            contraction.lift(mixed.spin, lifted);
            lifted.quench();
            return lifted;
        }
    }

    private static int sweep(FrontierSweep sweeps, SparseState state, int width, SearchLimits limits) {
        int closed = sweeps.improve(state);
        limits.spend(1 + ((long) closed << (width - 2)));
        return closed;
    }

    private void offer(SparseState state) {
        if (state.value > best.value) {
            // What a front held may gain now.
            state.quench();
            best.copy(state);
        }
    }

    private double cold() {
        return COLD * model.typicalWeight();
    }
}
