package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.PortfolioFigures;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ReturnEstimate;
import io.nqba.model.finance.Universe;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures that PyPortfolioOpt's tests publish for its set of 20 shares, through the grid; skipped where the set is absent. */
class PublishedPortfoliosIT {
    private static final String UNIVERSE = "pypfopt";
    private static final double CLOSE = 1e-6;

    private static GridFixture grid;
    private static IgniteClient client;
    private static PortfolioRuns runs;

    @BeforeAll
    static void load() throws IOException {
        String data = System.getenv("NQBA_DATA");
        Path file = Path.of(data == null ? "../../shared/data" : data, "goliath/pyportfolioopt/stock_prices.csv");
        assumeTrue(Files.isRegularFile(file), "No data set goliath/pyportfolioopt: set NQBA_DATA");
        grid = GridFixture.inMemory(2);
        store(Files.readAllLines(file));
        client = grid.client();
        runs = new PortfolioRuns(client);
    }

    @AfterAll
    static void stop() {
        if (grid != null) {
            client.close();
            grid.close();
        }
    }

    private static void store(List<String> lines) {
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<String> ids = header.subList(1, header.size());
        long[] days = new long[lines.size() - 1];
        double[][] closes = new double[ids.size()][days.length];
        for (int t = 0; t < days.length; t++) {
            String[] cells = lines.get(t + 1).split(",", -1);
            days[t] = LocalDate.parse(cells[0]).toEpochDay();
            for (int j = 0; j < ids.size(); j++) {
                closes[j][t] = cells[j + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[j + 1]);
            }
        }
        new UniverseStore(grid.ignite()).put(new Universe(UNIVERSE, "Published", "USD", ids, days, 0, ""), closes);
    }

    private static PortfolioFigures figures(PortfolioRequest.Builder builder) {
        OptimizationRun run =
                runs.ended(builder.universeId(UNIVERSE).capital(1_000_000).build());
        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        return runs.proposal(run).proposed();
    }

    private static void check(PortfolioFigures figures, double expected, double volatility, double sharpe) {
        assertThat(figures.expectedReturn()).isCloseTo(expected, within(CLOSE));
        assertThat(figures.volatility()).isCloseTo(volatility, within(CLOSE));
        assertThat(figures.sharpe()).isCloseTo(sharpe, within(CLOSE));
    }

    @Test
    void minimumVolatility() {
        check(figures(PortfolioRequest.of(PortfolioObjective.MIN_VOLATILITY)), 0.150568214, 0.159150845, 0.820405408);
    }

    @Test
    void maximumSharpe() {
        check(figures(PortfolioRequest.of(PortfolioObjective.MAX_SHARPE)), 0.304776867, 0.221655669, 1.284771413);
    }

    @Test
    void targetRisk() {
        check(figures(PortfolioRequest.of(PortfolioObjective.TARGET_RISK).target(0.19)), 0.25524228, 0.19, 1.23811729);
    }

    @Test
    void minimumVolatilityWithRidge() {
        check(
                figures(PortfolioRequest.of(PortfolioObjective.MIN_VOLATILITY).ridge(1)),
                0.17356099,
                0.19552541,
                0.78537614);
    }

    @Test
    void hierarchicalRiskParity() {
        check(
                figures(PortfolioRequest.of(PortfolioObjective.HRP).returns(ReturnEstimate.HISTORICAL_MEAN)),
                0.21353402,
                0.17844160,
                1.08457908);
    }

    @Test
    void minimumShortfall() {
        PortfolioFigures figures = figures(PortfolioRequest.of(PortfolioObjective.MIN_CVAR));

        assertThat(figures.expectedReturn()).isCloseTo(0.177457460, within(CLOSE));
        assertThat(figures.objective()).isCloseTo(0.017049502, within(CLOSE));
        assertThat(figures.shortfall()).isCloseTo(0.017049502, within(CLOSE));
    }
}
