package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;

/**
 * Sweeps of Metropolis flips at falling temperature. The test against exp(-loss/T) is turned round: a flip is taken when its loss is at
 * most T·(-ln u), and the -ln u come from a shuffled table walked with a random odd stride, so that a proposal takes neither an
 * exponential nor a random number.
 *
 * <p>Source of the turned test: M. Troyer and others, "Optimised simulated annealing for Ising spin glasses", Computer Physics
 * Communications 192 (2015), 265-271, doi:10.1016/j.cpc.2015.02.015.
 */
final class Annealing {
    private static final int TABLE = 1 << 14;
    private static final float[] MINUS_LOG = minusLog();

    private final SplitMix random;
    private long flips;

    Annealing(SplitMix random) {
        this.random = random;
    }

    /** Returns accepted flips so far. */
    long flips() {
        return flips;
    }

    /**
     * Runs {@code sweeps} sweeps with the temperature falling in a straight line, or as many of them as the limits allow, then flips
     * whatever still gains.
     *
     * @param from first temperature, in units of half a loss: of spin·field
     * @param to last temperature
     */
    void run(SparseModel model, SparseState state, double from, double to, int sweeps, SearchLimits limits) {
        if (!new Cooling(model, state, from, to, sweeps).run(this, limits)) {
            state.quench();
        }
    }

    /** Proposes every flip once, in order. */
    void sweep(SparseModel model, SparseState state, float temperature) {
        long draw = random.nextLong();
        int at = (int) draw & TABLE - 1;
        int stride = (int) (draw >>> 32) | 1;
        byte[] spin = state.spin;
        int[] field = state.field;
        int[] start = model.start();
        int[] link = model.link();
        float[] table = MINUS_LOG;
        long gained = 0;
        int taken = 0;
        for (int i = 0; i < spin.length; i++) {
            at = at + stride & TABLE - 1;
            int cost = spin[i] * field[i];
            if (cost > temperature * table[at]) {
                continue;
            }
            gained -= cost;
            taken++;
            int changed = -spin[i];
            spin[i] = (byte) changed;
            int twice = 2 * changed;
            int end = start[i + 1];
            for (int k = start[i]; k < end; k += 2) {
                field[link[k]] += twice * link[k + 1];
            }
        }
        state.value += 2 * gained;
        flips += taken;
    }

    private static float[] minusLog() {
        float[] table = new float[TABLE];
        SplitMix dice = new SplitMix(0);
        for (int k = 0; k < TABLE; k++) {
            table[k] = (float) -StrictMath.log((k + 0.5) / TABLE);
        }
        for (int k = TABLE - 1; k > 0; k--) {
            int other = dice.nextInt(k + 1);
            float swapped = table[k];
            table[k] = table[other];
            table[other] = swapped;
        }
        return table;
    }
}
