package io.nqba.bench;

import io.nqba.compute.kernel.portfolio.Covariances;
import io.nqba.compute.kernel.portfolio.ExpectedReturns;
import io.nqba.compute.kernel.portfolio.MeanVariance;
import io.nqba.compute.kernel.portfolio.PortfolioAnswer;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.ShortfallOptimiser;
import io.nqba.compute.kernel.portfolio.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Times of the exact convex optimisers: medians over warm solves from scratch on one thread, each with its proven gap checked. */
final class PortfolioFigures implements FigureGroup {
    private static final int WARM = 15;
    private static final int TIMED = 31;
    private static final double GAP = 1e-7;

    @Override
    public String name() {
        return "convex";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (context.data().isPresent()) {
            StockPrices stocks = StockPrices.read(context.data().get());
            PortfolioLimits longOnly =
                    PortfolioLimits.longOnly(stocks.universe().size());
            Supplier<MeanVariance> fresh = () -> new MeanVariance(stocks.universe(), longOnly);
            figures.add("minvol_20_ms", median(() -> List.of(fresh.get().minimumVolatility())), "ms");
            figures.add("frontier_50_points_ms", median(() -> fresh.get().frontier(50)), "ms");
            ReturnMatrix complete = stocks.returns().completePeriods();
            figures.add("cvar_20x895_ms", shortfall(stocks.universe(), complete), "ms");
        } else {
            context.say("Left out for want of data: minvol_20_ms, frontier_50_points_ms, cvar_20x895_ms");
        }
        ReturnMatrix many = returns(20, 8312, 11);
        figures.add("cvar_20x8312_ms", shortfall(universe(many), many), "ms");
        Universe large = universe(returns(500, 1000, 12));
        PortfolioLimits limits = PortfolioLimits.longOnly(500);
        Supplier<MeanVariance> fresh = () -> new MeanVariance(large, limits);
        figures.add("minvol_500_ms", median(() -> List.of(fresh.get().minimumVolatility())), "ms");
        figures.add("max_sharpe_500_ms", median(() -> List.of(fresh.get().maximumSharpe(0))), "ms");
        figures.add("frontier_500_assets_50_points_ms", median(() -> fresh.get().frontier(50)), "ms");
    }

    private static double shortfall(Universe universe, ReturnMatrix scenarios) {
        PortfolioLimits longOnly = PortfolioLimits.longOnly(universe.size());
        return median(() -> List.of(new ShortfallOptimiser(universe, scenarios, 0.95, longOnly).minimumShortfall()));
    }

    private static double median(Supplier<List<PortfolioAnswer>> solve) {
        double[] millis = new double[TIMED];
        for (int k = -WARM; k < TIMED; k++) {
            long begin = System.nanoTime();
            List<PortfolioAnswer> answers = solve.get();
            double taken = (System.nanoTime() - begin) / 1e6;
            if (k >= 0) {
                millis[k] = taken;
            }
            for (PortfolioAnswer answer : answers) {
                if (!(answer.gap() <= GAP)) {
                    throw new IllegalStateException(
                            "The proven gap (%s) must be at most %s.".formatted(answer.gap(), GAP));
                }
            }
        }
        Arrays.sort(millis);
        return millis[TIMED / 2];
    }

    private static Universe universe(ReturnMatrix returns) {
        List<String> names = new ArrayList<>(
                IntStream.range(0, returns.assets()).mapToObj(j -> "A" + j).toList());
        return new Universe(names, ExpectedReturns.historicalMean(returns, 252), Covariances.sample(returns, 252));
    }

    /** Daily returns with a market, ten sectors and fat tails. */
    static ReturnMatrix returns(int assets, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] series = new double[assets][days];
        double[] beta = random.doubles(assets, 0.4, 1.6).toArray();
        double[] own = random.doubles(assets, 0.006, 0.02).toArray();
        double[] drift = random.doubles(assets, 0, 0.0008).toArray();
        double[] sector = new double[10];
        for (int t = 0; t < days; t++) {
            double market = normal(random) * 0.009 * (random.nextInt(25) == 0 ? 3 : 1);
            Arrays.setAll(sector, k -> 0.005 * normal(random));
            for (int j = 0; j < assets; j++) {
                double tail = random.nextInt(50) == 0 ? 3 : 1;
                series[j][t] = drift[j] + beta[j] * market + sector[j % 10] + own[j] * tail * normal(random);
            }
        }
        return ReturnMatrix.of(series);
    }

    private static double normal(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
