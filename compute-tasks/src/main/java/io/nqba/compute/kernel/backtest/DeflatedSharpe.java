package io.nqba.compute.kernel.backtest;

import io.nqba.compute.kernel.risk.NormalDistribution;

/**
 * How much of a Sharpe ratio is left when one knows how often somebody tried. The best of many strategies without any skill has a high
 * Sharpe ratio by luck alone; this asks how likely the true ratio exceeds that.
 *
 * <p>Source: D. H. Bailey, M. López de Prado, "The Deflated Sharpe Ratio", Journal of Portfolio Management 40 (2014),
 * doi:10.3905/jpm.2014.40.5.094.
 *
 * @param tries how many strategies were tried
 * @param luckySharpe Sharpe ratio a year that the best of them would have without any skill
 * @param probability that the true Sharpe ratio is above 0 in spite of the tries; 0 to 1
 */
public record DeflatedSharpe(long tries, double luckySharpe, double probability) {
    private static final double EULER_MASCHERONI = 0.5772156649015329;

    /**
     * Deflates a Sharpe ratio.
     *
     * @param performance of the chosen strategy
     * @param tries strategies tried, 1 or more
     * @param sharpeVariance variance of the yearly Sharpe ratios over the tries; not used with one try
     */
    public static DeflatedSharpe of(Performance performance, long tries, double sharpeVariance) {
        double lucky = luckySharpe(tries, sharpeVariance);
        double daily = performance.dailySharpe();
        double hurdle = lucky / Math.sqrt(Performance.DAYS_A_YEAR);
        // The variance of an estimated Sharpe ratio; of extreme skewness the series it is cut from may turn negative.
        double spread =
                Math.max(1e-12, 1 - performance.skewness() * daily + (performance.kurtosis() - 1) / 4 * daily * daily);
        double score = (daily - hurdle) * Math.sqrt(Math.max(1, performance.days() - 1)) / Math.sqrt(spread);
        return new DeflatedSharpe(tries, lucky, NormalDistribution.cumulative(score));
    }

    private static double luckySharpe(long tries, double variance) {
        if (tries <= 1 || !(variance > 0)) {
            return 0;
        }
        double first = NormalDistribution.quantile(1 - 1.0 / tries);
        double second = NormalDistribution.quantile(1 - 1.0 / (tries * Math.E));
        return Math.sqrt(variance) * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
    }
}
