package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
    private final List<Member> pool = new ArrayList<>();
    private ReheatChoice choice;
    private int lineSweeps = FIRST_SWEEPS;
    private long idleSweeps;
    private long spentSweeps;
    private boolean cooled;

    private static final class Member {
        private final byte[] spins;
        private final long value;

        Member(byte[] spins, long value) {
            this.spins = spins;
            this.value = value;
        }
    }

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
        while (!limits.stopped() && best.value < target) {
            if (!cooled) {
                annealing.run(model, line, hot(), cold(), lineSweeps, limits);
                cooled = true;
                idleSweeps = 0;
                choice = newChoice();
            } else if (idleSweeps < patience()) {
                reheat(limits);
            } else {
                finish();
            }
            if (line.value > best.value) {
                best.copy(line);
            }
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
        List<Member> all = new ArrayList<>(pool);
        all.add(new Member(best.spin.clone(), best.value));
        all.add(new Member(line.spin.clone(), line.value));
        all.sort(Comparator.comparingLong((Member each) -> each.value).reversed());
        List<byte[]> different = new ArrayList<>();
        for (Member member : all) {
            if (different.size() < count && different.stream().noneMatch(each -> Arrays.equals(each, member.spins))) {
                different.add(member.spins.clone());
            }
        }
        return different;
    }

    /** Keeps the foreign state as a guide and takes its better components into the own line at once. */
    @Override
    public void absorb(byte[] spins) {
        reheated.set(spins);
        Member guide = new Member(spins.clone(), reheated.value);
        if (reheated.value > best.value) {
            best.copy(reheated);
        }
        if (cooled && crossover.improve(line, spins, false) > 0) {
            idleSweeps = 0;
        }
        if (line.value > best.value) {
            best.copy(line);
        }
        join(guide);
    }

    @Override
    public long flips() {
        return annealing.flips();
    }

    private void reheat(SearchLimits limits) {
        choice.next();
        reheated.copy(line);
        annealing.run(model, reheated, choice.heat() * model.typicalField(), cold(), choice.sweeps(), limits);
        long gained = crossover.improve(line, reheated.spin, true);
        choice.learn(gained);
        spentSweeps += choice.sweeps();
        idleSweeps = gained > 0 ? 0 : idleSweeps + choice.sweeps();
    }

    /**
     * The line joins the elites, and the best state takes what is better in any of them. If that gains, the best goes on as the line;
     * if not, a new line starts that cools more slowly. (The line itself must not take from the best: where couplings are many, nearly
     * the whole difference is one component, and the line would turn into a copy.)
     */
    private void finish() {
        join(new Member(line.spin.clone(), line.value));
        reheated.copy(best);
        long gained = 0;
        for (Member member : pool) {
            gained += crossover.improve(reheated, member.spins, false);
        }
        idleSweeps = 0;
        spentSweeps = 0;
        if (gained > 0) {
            line.copy(reheated);
            return;
        }
        lineSweeps = Math.min(SLOWER * lineSweeps, MOST_SWEEPS);
        cooled = false;
    }

    private void join(Member member) {
        for (Member other : pool) {
            if (other.value == member.value && Arrays.equals(other.spins, member.spins)) {
                return;
            }
        }
        pool.add(member);
        if (pool.size() > POOL) {
            pool.remove(pool.stream()
                    .min(Comparator.comparingLong((Member each) -> each.value))
                    .orElseThrow());
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
