package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures that PyPortfolioOpt's tests publish for its set of 20 shares; skipped where the set is absent. */
class PublishedFiguresTest {
    private static final double RISK_FREE = 0.02;

    private StockPrices stocks;
    private PortfolioLimits longOnly;

    @BeforeEach
    void readTheSet() throws IOException {
        stocks = StockPrices.read();
        longOnly = PortfolioLimits.longOnly(20);
    }

    @Test
    void minimumVolatility() {
        checkAgainst(mean(longOnly).minimumVolatility(), 0.150568214, 0.159150845, 0.820405408);
    }

    @Test
    void maximumSharpe() {
        checkAgainst(mean(longOnly).maximumSharpe(RISK_FREE), 0.304776867, 0.221655669, 1.284771413);
    }

    @Test
    void targetRisk() {
        checkAgainst(mean(longOnly).targetRisk(0.19), 0.25524228, 0.19, 1.23811729);
    }

    @Test
    void minimumVolatilityWithRidge() {
        checkAgainst(mean(longOnly.withRidge(1)).minimumVolatility(), 0.17356099, 0.19552541, 0.78537614);
    }

    @Test
    void minimumShortfall() {
        ReturnMatrix scenarios = stocks.returns().completePeriods();

        PortfolioAnswer answer =
                new ShortfallOptimiser(stocks.universe(), scenarios, 0.95, longOnly).minimumShortfall();

        assertThat(answer.expectedReturn()).isCloseTo(0.177457460, within(1e-6));
        assertThat(answer.value()).isCloseTo(0.017049502, within(1e-6));
        assertThat(answer.gap()).isLessThan(1e-9);
    }

    /** Published for growth over the complete rows, long only and with short positions. */
    @Test
    void shortfallAtTargetReturn() {
        ReturnMatrix scenarios = stocks.returns().completePeriods();
        Universe universe = new Universe(
                stocks.names(), ExpectedReturns.historicalGrowth(scenarios, 252), Covariances.sample(scenarios, 252));
        PortfolioLimits longShort = PortfolioLimits.between(20, -3, 3);

        PortfolioAnswer plain = new ShortfallOptimiser(universe, scenarios, 0.95, longOnly).targetReturn(0.25);
        PortfolioAnswer free = new ShortfallOptimiser(universe, scenarios, 0.95, longShort).targetReturn(0.26);

        assertThat(plain.value()).isCloseTo(0.021036631225933487, within(1e-6));
        assertThat(free.value()).isCloseTo(0.01804624747353764, within(1e-6));
        assertThat(plain.gap()).isLessThan(1e-8);
    }

    @Test
    void hierarchicalRiskParity() throws IOException {
        SymmetricMatrix covariance = stocks.universe().covariance();

        double[] weights = HierarchicalRiskParity.weights(
                covariance, HierarchicalRiskParity.pairwiseCorrelation(stocks.returns()));

        double expected = Vectors.dot(ExpectedReturns.historicalMean(stocks.returns(), 252), weights);
        double volatility = Math.sqrt(covariance.form(weights));
        assertThat(expected).isCloseTo(0.21353402, within(1e-6));
        assertThat(volatility).isCloseTo(0.17844160, within(1e-6));
        assertThat((expected - RISK_FREE) / volatility).isCloseTo(1.08457908, within(1e-6));
        List<String> published =
                Files.readAllLines(StockPrices.folder("goliath/pyportfolioopt").resolve("weights_hrp.csv"));
        for (String line : published.subList(1, published.size())) {
            String[] cells = line.split(",", -1);
            assertThat(weights[stocks.names().indexOf(cells[0])]).isCloseTo(Double.parseDouble(cells[1]), within(1e-9));
        }
    }

    /** Published for the covariance of Ledoit and Wolf alone. */
    @Test
    void hierarchicalRiskParityOnShrunkCovariance() {
        SymmetricMatrix shrunk =
                Shrinkage.constantVariance(stocks.returns(), 252).covariance();

        double[] weights = HierarchicalRiskParity.weights(shrunk);

        assertThat(Math.sqrt(shrunk.form(weights))).isCloseTo(0.10002783894982334, within(1e-9));
    }

    private MeanVariance mean(PortfolioLimits limits) {
        return new MeanVariance(stocks.universe(), limits);
    }

    private static void checkAgainst(PortfolioAnswer answer, double expected, double volatility, double sharpe) {
        assertThat(answer.expectedReturn()).isCloseTo(expected, within(1e-6));
        assertThat(answer.volatility()).isCloseTo(volatility, within(1e-6));
        assertThat(answer.sharpe(RISK_FREE)).isCloseTo(sharpe, within(1e-6));
        assertThat(answer.gap()).isLessThan(1e-9);
    }
}
