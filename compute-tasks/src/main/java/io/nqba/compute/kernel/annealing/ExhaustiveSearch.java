package io.nqba.compute.kernel.annealing;

import java.util.Arrays;
import java.util.List;

/** All states of a small model, one flip apart (Gray code), so that each costs O(n). Exact after one call, whatever the limits. */
final class ExhaustiveSearch implements ComponentSearch {
    /** 65,536 states take about a millisecond. */
    static final int MOST_VARIABLES = 16;

    private final IsingModel model;
    private final byte[] best;
    private final byte[] start;
    private long bestValue;
    private long flips;

    ExhaustiveSearch(IsingModel model) {
        this.model = model;
        this.best = new byte[model.size()];
        Arrays.fill(best, (byte) 1);
        this.start = best.clone();
        this.bestValue = model.value(best);
    }

    @Override
    public void improve(SearchLimits limits, long target) {
        if (flips > 0 || limits.stopped()) {
            return;
        }
        int size = model.size();
        long[] field = new long[size];
        byte[] spin = start.clone();
        long[][] weight = matrix();
        for (int i = 0; i < size; i++) {
            field[i] = model.field()[i] + Arrays.stream(weight[i]).sum();
        }
        long value = model.value(start);
        for (int code = 1; code < 1 << size; code++) {
            int i = Integer.numberOfTrailingZeros(code);
            value -= 2 * spin[i] * field[i];
            spin[i] = (byte) -spin[i];
            for (int j = 0; j < size; j++) {
                field[j] += 2 * spin[i] * weight[i][j];
            }
            if (value > bestValue) {
                bestValue = value;
                System.arraycopy(spin, 0, best, 0, size);
            }
            flips++;
        }
        limits.spend(flips);
    }

    @Override
    public long bestValue() {
        return bestValue;
    }

    @Override
    public byte[] bestSpins() {
        return best.clone();
    }

    @Override
    public List<byte[]> elites(int count) {
        return count == 0 ? List.of() : List.of(best.clone());
    }

    /** Foreign states before the search are a start; after it they cannot be better. */
    @Override
    public void absorb(byte[] spins) {
        long value = model.value(spins);
        if (value > bestValue) {
            bestValue = value;
            System.arraycopy(spins, 0, best, 0, best.length);
        }
    }

    @Override
    public long flips() {
        return flips;
    }

    private long[][] matrix() {
        long[][] weight = new long[model.size()][model.size()];
        for (int i = 0; i < weight.length; i++) {
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                weight[i][model.column()[k]] = model.weight()[k];
                weight[model.column()[k]][i] = model.weight()[k];
            }
        }
        return weight;
    }
}
