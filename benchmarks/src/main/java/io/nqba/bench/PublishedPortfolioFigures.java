package io.nqba.bench;

import io.nqba.compute.kernel.portfolio.Covariances;
import io.nqba.compute.kernel.portfolio.ExpectedReturns;
import io.nqba.compute.kernel.portfolio.HierarchicalRiskParity;
import io.nqba.compute.kernel.portfolio.MeanVariance;
import io.nqba.compute.kernel.portfolio.PortfolioAnswer;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.ShortfallOptimiser;
import io.nqba.compute.kernel.portfolio.Universe;
import java.io.IOException;

/** The figures that PyPortfolioOpt's tests publish for its set of 20 shares: the worst distance from them. */
final class PublishedPortfolioFigures implements FigureGroup {
    private static final double RISK_FREE = 0.02;

    private double worst;

    @Override
    public String name() {
        return "published";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        if (context.data().isEmpty()) {
            context.say("Left out for want of data: pypfopt_worst_abs_error");
            return;
        }
        StockPrices stocks = StockPrices.read(context.data().get());
        Universe universe = stocks.universe();
        PortfolioLimits longOnly = PortfolioLimits.longOnly(universe.size());
        worst = 0;
        MeanVariance plain = new MeanVariance(universe, longOnly);
        compare(context, "min volatility", measures(plain.minimumVolatility()), 0.150568214, 0.159150845, 0.820405408);
        compare(context, "max Sharpe", measures(plain.maximumSharpe(RISK_FREE)), 0.304776867, 0.221655669, 1.284771413);
        compare(context, "efficient risk 0.19", measures(plain.targetRisk(0.19)), 0.25524228, 0.19, 1.23811729);
        PortfolioAnswer ridge = new MeanVariance(universe, longOnly.withRidge(1)).minimumVolatility();
        compare(context, "L2 min volatility", measures(ridge), 0.17356099, 0.19552541, 0.78537614);
        PortfolioAnswer shortfall =
                new ShortfallOptimiser(universe, stocks.returns().completePeriods(), 0.95, longOnly).minimumShortfall();
        compare(
                context,
                "min CVaR",
                new double[] {shortfall.expectedReturn(), shortfall.value()},
                0.177457460,
                0.017049502);
        compare(context, "HRP", hierarchical(stocks), 0.21353402, 0.17844160, 1.08457908);
        figures.add("pypfopt_worst_abs_error", worst, "");
    }

    private static double[] measures(PortfolioAnswer answer) {
        return new double[] {answer.expectedReturn(), answer.volatility(), answer.sharpe(RISK_FREE)};
    }

    private static double[] hierarchical(StockPrices stocks) {
        double[] weights = HierarchicalRiskParity.weights(
                Covariances.sample(stocks.returns(), 252),
                HierarchicalRiskParity.pairwiseCorrelation(stocks.returns()));
        double[] mean = ExpectedReturns.historicalMean(stocks.returns(), 252);
        double expected = 0;
        for (int j = 0; j < mean.length; j++) {
            expected += mean[j] * weights[j];
        }
        double volatility = stocks.universe().volatility(weights);
        return new double[] {expected, volatility, (expected - RISK_FREE) / volatility};
    }

    private void compare(BenchContext context, String what, double[] measured, double... published) {
        double error = 0;
        for (int k = 0; k < published.length; k++) {
            error = Math.max(error, Math.abs(measured[k] - published[k]));
        }
        context.say("%s: worst distance %.2e".formatted(what, error));
        worst = Math.max(worst, error);
    }
}
