package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.coordination.ExactSums;
import io.nqba.compute.platform.ShareTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.ScenarioBlock;
import io.nqba.model.finance.ScenarioBlockKey;
import io.nqba.model.grid.CacheNames;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/** Values holdings on the days in some blocks of scenarios: money in, profit per day out. */
final class ScenarioShare implements ShareTask.Share<ScenarioPart> {

    private final String universeId;
    private final int[] blocks;
    private final int scenarios;
    private final double[][] values;

    /**
     * @param universeId whose scenarios
     * @param blocks which of its blocks
     * @param scenarios scenarios of the universe; a block may already have newer ones
     * @param values money in each instrument, one row per holding that is valued, shape {@code [holdings][instruments]}
     */
    ScenarioShare(String universeId, int[] blocks, int scenarios, double[][] values) {
        this.universeId = universeId;
        this.blocks = blocks;
        this.scenarios = scenarios;
        this.values = values;
    }

    @Override
    public ScenarioPart work(Ignite here) {
        double[][][] profits = new double[blocks.length][][];
        double[][] uncovered = new double[blocks.length][];
        for (int k = 0; k < blocks.length; k++) {
            double[][] days = days(here, universeId, blocks[k], scenarios);
            profits[k] = profits(days);
            uncovered[k] = uncovered(days);
        }
        return new ScenarioPart(here.cluster().localNode().id(), blocks, profits, uncovered);
    }

    /** Returns the returns in a block, shape {@code [days][instruments]}. */
    static double[][] days(Ignite here, String universeId, int block, int scenarios) {
        ScenarioBlock stored = here.<ScenarioBlockKey, ScenarioBlock>cache(CacheNames.SCENARIO_BLOCK)
                .get(new ScenarioBlockKey(universeId, block));
        int wanted = Math.min(ScenarioBlock.DAYS, scenarios - block * ScenarioBlock.DAYS);
        if (stored == null || stored.returns().length < wanted) {
            throw new NqbaException(
                    ErrorCode.GRID_TIMEOUT,
                    "The scenarios of the universe (%s) are being written (block %d).".formatted(universeId, block),
                    "Try again in a few seconds; if it lasts, load the prices again.");
        }
        return Arrays.copyOf(stored.returns(), wanted);
    }

    private double[][] profits(double[][] days) {
        double[][] profits = new double[values.length][];
        for (int holding = 0; holding < values.length; holding++) {
            double[] value = values[holding];
            int[] held =
                    IntStream.range(0, value.length).filter(j -> value[j] != 0).toArray();
            ExactSums sums = new ExactSums(days.length);
            for (int t = 0; t < days.length; t++) {
                for (int j : held) {
                    double change = days[t][j];
                    if (!Double.isNaN(change)) {
                        sums.add(t, value[j] * change);
                    }
                }
            }
            profits[holding] = sums.toArray();
        }
        return profits;
    }

    /** Money of the first holding, without sign, in instruments that had no price on a day. */
    private double[] uncovered(double[][] days) {
        ExactSums sums = new ExactSums(days.length);
        for (int t = 0; t < days.length; t++) {
            for (int j = 0; j < values[0].length; j++) {
                if (values[0][j] != 0 && Double.isNaN(days[t][j])) {
                    sums.add(t, Math.abs(values[0][j]));
                }
            }
        }
        return sums.toArray();
    }
}
