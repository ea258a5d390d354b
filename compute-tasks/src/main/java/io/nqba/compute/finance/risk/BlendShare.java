package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.coordination.ExactSums;
import io.nqba.compute.platform.ShareTask;
import io.nqba.model.finance.ScenarioBlock;
import org.apache.ignite.Ignite;

/** Blends the returns of each instrument over the days in some blocks: weights per day in, one number per instrument out. */
final class BlendShare implements ShareTask.Share<ExactSums> {

    private final String universeId;
    private final int[] blocks;
    private final int scenarios;
    private final int instruments;
    private final double[][] dayWeights;

    /** @param dayWeights one row per blend, shape {@code [blends][scenarios]} */
    BlendShare(String universeId, int[] blocks, int scenarios, int instruments, double[][] dayWeights) {
        this.universeId = universeId;
        this.blocks = blocks;
        this.scenarios = scenarios;
        this.instruments = instruments;
        this.dayWeights = dayWeights;
    }

    /** Returns the sums, shape {@code [blends · instruments]}. */
    @Override
    public ExactSums work(Ignite here) {
        ExactSums sums = new ExactSums(dayWeights.length * instruments);
        for (int block : blocks) {
            double[][] days = ScenarioShare.days(here, universeId, block, scenarios);
            for (int blend = 0; blend < dayWeights.length; blend++) {
                for (int t = 0; t < days.length; t++) {
                    double weight = dayWeights[blend][block * ScenarioBlock.DAYS + t];
                    if (weight != 0) {
                        add(sums, blend * instruments, weight, days[t]);
                    }
                }
            }
        }
        return sums;
    }

    private static void add(ExactSums sums, int offset, double weight, double[] returns) {
        for (int j = 0; j < returns.length; j++) {
            if (!Double.isNaN(returns[j])) {
                sums.add(offset + j, weight * returns[j]);
            }
        }
    }
}
