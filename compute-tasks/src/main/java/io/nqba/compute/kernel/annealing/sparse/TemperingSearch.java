package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Replicas of one model at fixed temperatures, each swept once a step; neighbours in temperature change places with the probability that
 * keeps each temperature's distribution. A state that is stuck at the cold end climbs to the hot end and comes back as another one, so
 * nothing has to be told when to start anew. Every few steps the coldest replicas are quenched, and the best state takes the components
 * of them that gain ({@link PartitionCrossover}). Between the steps a copy of one of the colder replicas goes on as a {@link ReheatedLine}:
 * replicas are in equilibrium and so overlook an optimum whose valley is narrow, which reheating does not. (G22, ten seconds, November
 * 2026: the best known cut in 5 of 6 runs; replicas alone in none of 20.)
 *
 * <p>Own random graphs, ten seconds, November 2026, against lines of annealing: degree 20, n = 2000, best known in 8 of 8 runs instead of
 * 2; degree 5, n = 5000, 10295 instead of 10291; level at n = 7000. Larger models run out of time before their replicas have met: {@link
 * SparseSearch} takes them.
 *
 * <p>Cost O(1) a proposal, O(degree) a flip; memory 5 bytes a variable and replica.
 *
 * <p>Source: K. Hukushima, K. Nemoto, "Exchange Monte Carlo method and application to spin glass simulations", Journal of the Physical
 * Society of Japan 65 (1996), 1604-1608, doi:10.1143/JPSJ.65.1604.
 */
public final class TemperingSearch implements ComponentSearch {
    private static final int MOST_VARIABLES = 8_000;
    private static final int LEAST_REPLICAS = 8;
    private static final int MOST_REPLICAS = 20;

    /** Energies spread with √n, and so does the number of steps between two temperatures. */
    private static final double REPLICAS_PER_ROOT = 0.45;

    /** Ends of the temperatures as shares of the typical field, evenly spaced between: about every third swap happens. */
    private static final double HOT = 0.42;

    private static final double COLD = 0.1;
    private static final int START_SWEEPS = 100;
    private static final int STEPS_BETWEEN_HARVESTS = 20;
    private static final int HARVESTED = 3;

    /** Steps before the first line leaves the replicas: they have to cool down first. */
    private static final int STEPS_BEFORE_LINES = 200;

    /** Sweeps of reheating for each sweep of a replica. */
    private static final double REHEATING = 1.5;

    private final SparseModel model;
    private final SplitMix random;
    private final Annealing annealing;
    private final PartitionCrossover crossover;
    private final SparseState[] replica;
    private final double[] temperature;
    private final SparseState best;
    private final SparseState quenched;
    private final ReheatedLine line;
    private final Deque<byte[]> guides = new ArrayDeque<>();
    private int started;
    private int guided;
    private long steps;

    public TemperingSearch(IsingModel ising, long seed) {
        this.model = new SparseModel(ising);
        this.random = new SplitMix(seed);
        this.annealing = new Annealing(random);
        this.crossover = new PartitionCrossover(model);
        int wanted = (int) (REPLICAS_PER_ROOT * Math.sqrt(ising.size()));
        this.replica = new SparseState[Math.max(LEAST_REPLICAS, Math.min(MOST_REPLICAS, wanted))];
        this.temperature = new double[replica.length];
        for (int r = 0; r < replica.length; r++) {
            replica[r] = new SparseState(model);
            temperature[r] = model.typicalField() * (COLD + (HOT - COLD) * r / (replica.length - 1));
        }
        this.best = new SparseState(model);
        this.quenched = new SparseState(model);
        this.line = new ReheatedLine(model, crossover);
    }

    /** Returns whether a model of this size is better searched here than by lines of annealing. */
    public static boolean suits(int size) {
        return size <= MOST_VARIABLES;
    }

    @Override
    public void improve(SearchLimits limits, long target) {
        while (!limits.stopped() && best.value < target) {
            if (started < replica.length) {
                startNext(limits);
            } else if (line.sweeps() < REHEATING * (steps - STEPS_BEFORE_LINES) * replica.length) {
                reheat(limits);
            } else {
                step(limits);
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

    /** The best state and the colder half of the replicas, quenched: they come from walks of their own. */
    @Override
    public List<byte[]> elites(int count) {
        List<Elite> all = new ArrayList<>(List.of(Elite.of(best)));
        for (int r = 0; r < replica.length / 2; r++) {
            all.add(Elite.of(replica[r].quenched()));
        }
        return Elite.best(all, count);
    }

    /** The best state takes what is better in the foreign one, which then goes on as one of the coldest replicas. */
    @Override
    public void absorb(byte[] spins) {
        quenched.set(spins);
        quenched.quench();
        offer(quenched);
        guides.add(spins.clone());
        if (guides.size() > HARVESTED) {
            guides.remove();
        }
    }

    @Override
    public long flips() {
        return annealing.flips();
    }

    private void startNext(SearchLimits limits) {
        SparseState state = replica[started];
        for (int i = 0; i < model.size(); i++) {
            if ((random.nextLong() & 1) == 0) {
                state.flip(i);
            }
        }
        annealing.run(model, state, temperature[replica.length - 1], temperature[started], START_SWEEPS, limits);
        offer(state);
        started++;
    }

    private void step(SearchLimits limits) {
        takeGuide();
        for (int r = 0; r < replica.length; r++) {
            annealing.sweep(model, replica[r], (float) temperature[r]);
            if (limits.spend(model.size())) {
                break;
            }
        }
        for (int r = (int) (steps & 1); r + 1 < replica.length; r += 2) {
            exchange(r);
        }
        if (steps++ % STEPS_BETWEEN_HARVESTS == 0 || limits.stopped()) {
            for (int r = 0; r < HARVESTED; r++) {
                quenched.copy(replica[r]);
                quenched.quench();
                offer(quenched);
            }
        }
    }

    /** A line begins where one of the colder replicas is now: in equilibrium a narrow valley is seldom met, but a line runs into it. */
    private void reheat(SearchLimits limits) {
        if (line.isTired()) {
            line.begin(replica[random.nextInt(replica.length / 2)]);
        }
        line.step(annealing, limits);
        if (line.state().value > best.value) {
            best.copy(line.state());
            best.quench();
        }
    }

    private void takeGuide() {
        byte[] guide = guides.poll();
        if (guide != null) {
            replica[guided++ % HARVESTED].set(guide);
        }
    }

    /** Temperatures are in units of half a loss, hence the half. */
    private void exchange(int r) {
        double gain = (replica[r + 1].value - replica[r].value) / 2.0 * (1 / temperature[r] - 1 / temperature[r + 1]);
        // StrictMath, because a last bit that differs between machines would make another walk.
        if (gain >= 0 || random.nextDouble() < StrictMath.exp(gain)) {
            SparseState warmer = replica[r + 1];
            replica[r + 1] = replica[r];
            replica[r] = warmer;
        }
    }

    private void offer(SparseState state) {
        if (state.value > best.value) {
            best.copy(state);
        } else {
            crossover.improve(best, state.spin, false);
        }
    }
}
