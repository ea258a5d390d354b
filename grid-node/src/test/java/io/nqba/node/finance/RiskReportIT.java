package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.risk.TailLoss;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitStatus;
import io.nqba.model.finance.LimitUse;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskPart;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.Shock;
import io.nqba.model.finance.ShockTarget;
import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressRequest;
import io.nqba.model.finance.TailRisk;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.ClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RiskReportIT {
    /** Shares of the whole fixture book. */
    private static final double[] BOOK_SHARES = {10, 120, 110, -20, 100, 100, 50, 80};

    private static final double BOOK_CASH = 30_500;

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static RiskDeskFixture desk;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(3);
        FinanceFixture.put(grid.ignite());
        desk = new RiskDeskFixture(grid);
    }

    @AfterAll
    static void stop() {
        desk.close();
        grid.close();
    }

    @Test
    void threeNodesGiveTheBitsOfOne() throws InterruptedException {
        try (GridFixture single = GridFixture.inMemory(1)) {
            FinanceFixture.put(single.ignite());
            try (RiskDeskFixture other = new RiskDeskFixture(single)) {
                for (String portfolio : FinanceFixture.PORTFOLIOS) {
                    same(desk.report(RiskScope.PORTFOLIO, portfolio), other.report(RiskScope.PORTFOLIO, portfolio));
                }
                RiskReport three = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);
                RiskReport one = other.report(RiskScope.BOOK, FinanceFixture.BOOK);

                same(three, one);
                assertThat(one.nodes()).isEqualTo(1);
                assertThat(three.nodes()).isGreaterThan(1);
            }
        }
    }

    private static void same(RiskReport three, RiskReport one) {
        assertThat(three).usingRecursiveComparison().ignoringFields("nodes").isEqualTo(one);
    }

    @Test
    void aBookIsTheSumOfItsPortfoliosAsASlowReferenceAddsThem() throws InterruptedException {
        double[] profits = referenceProfits();
        double netValue = BOOK_CASH;
        for (int j = 0; j < BOOK_SHARES.length; j++) {
            netValue += BOOK_SHARES[j] * last(j);
        }

        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);

        assertThat(book.portfolios()).isEqualTo(3);
        assertThat(book.positions()).isEqualTo(8 + 2 + 4);
        assertThat(book.netValue()).isCloseTo(netValue, within(1e-6));
        assertThat(book.profits()).hasSize(profits.length);
        for (int t = 0; t < profits.length; t++) {
            assertThat(book.profits()[t]).isCloseTo(profits[t], within(1e-8));
        }
    }

    @Test
    void everyTailLossHasItsBacktestAndIsTheKernelsOnTheSameDays() throws InterruptedException {
        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);

        assertThat(book.tails()).hasSize(8);
        // 519 days cannot feed 500 and leave a year for the test, so half is used, and the reader is told.
        assertThat(book.estimationDays()).isEqualTo(259);
        assertThat(book.notes()).anyMatch(note -> note.contains("259 days instead of 500"));
        double[] profits = book.profits();
        double[] window = Arrays.copyOfRange(profits, profits.length - 259, profits.length);
        for (TailRisk tail : book.tails()) {
            TailLoss kernel =
                    TailLoss.estimate(TailLoss.Method.valueOf(tail.method().name()), window, tail.confidence());
            assertThat(tail.valueAtRisk()).isEqualTo(kernel.valueAtRisk());
            assertThat(tail.expectedShortfall()).isEqualTo(kernel.expectedShortfall());
            assertThat(tail.periods()).isEqualTo(519 - 259);
            assertThat(tail.forecasts()).hasSize(tail.periods());
            assertThat(tail.kupiecPValue()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void componentsSumToTheWhole() throws InterruptedException {
        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);
        List<RiskPart> parts = book.parts();
        double scale = book.dailyVolatility();

        assertThat(parts).hasSize(8);
        assertThat(parts.stream().mapToDouble(RiskPart::componentVolatility).sum())
                .isCloseTo(book.dailyVolatility(), within(1e-10 * scale));
        assertThat(parts.stream().mapToDouble(RiskPart::componentShortfall95).sum())
                .isCloseTo(tail(book, 0.95).expectedShortfall(), within(1e-9 * scale));
        assertThat(parts.stream().mapToDouble(RiskPart::componentShortfall99).sum())
                .isCloseTo(tail(book, 0.99).expectedShortfall(), within(1e-9 * scale));
        RiskPart market = parts.stream()
                .filter(part -> part.instrumentId().equals("I0"))
                .findFirst()
                .orElseThrow();
        assertThat(market.beta()).isCloseTo(1, within(1e-12));
        assertThat(book.beta()).isBetween(0.3, 1.5);
    }

    @Test
    void theWorstDayOfTheBookIsAmongItsStressWindows() throws InterruptedException {
        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);
        double worst = Arrays.stream(book.profits()).min().orElseThrow();

        StressOutcome day = book.stress().stream()
                .filter(outcome -> outcome.name().equals("Worst day of what is held"))
                .findFirst()
                .orElseThrow();

        assertThat(day.profit()).isCloseTo(worst, within(1e-8));
        assertThat(day.toDay()).isGreaterThan(day.fromDay());
        assertThat(book.stress()).isSortedAccordingTo((a, b) -> Double.compare(a.profit(), b.profit()));
        assertThat(day.worst().get(0).profit()).isNegative();
    }

    @Test
    void theNarrowestShockOfAnInstrumentCounts() throws InterruptedException {
        StressOutcome outcome = desk.ask(
                TaskNames.STRESS,
                new StressRequest(
                        RiskScope.PORTFOLIO,
                        "p-narrow",
                        "Oil falls",
                        List.of(
                                new Shock(ShockTarget.ALL, "", -0.1),
                                new Shock(ShockTarget.SECTOR, "Health", -0.2),
                                new Shock(ShockTarget.INSTRUMENT, "I4", 0.05))));

        // I1 and I4 are both Health; I4 has a shock of its own.
        assertThat(outcome.profit()).isCloseTo(-0.2 * 100 * last(1) + 0.05 * 50 * last(4), within(1e-8));
    }

    @Test
    void limitsShowTheirUseAndTailLimitsTheirBacktest() throws InterruptedException {
        desk.limit("it-var", RiskScope.PORTFOLIO, "p-balanced", LimitMeasure.VALUE_AT_RISK_99, 1e-6, 0.9);
        desk.limit("it-sector", RiskScope.PORTFOLIO, "p-balanced", LimitMeasure.SECTOR_WEIGHT, 0.01, 0.02);

        RiskReport report = desk.report(RiskScope.PORTFOLIO, "p-balanced");
        desk.removeLimit("it-var");
        desk.removeLimit("it-sector");

        LimitUse risk = use(report, "it-var");
        assertThat(risk.status()).isEqualTo(LimitStatus.WARN);
        assertThat(risk.level()).isCloseTo(tail(report, 0.99).valueAtRisk() / report.netValue(), within(1e-15));
        assertThat(risk.note()).contains("exceedances", "Kupiec", "Christoffersen");
        assertThat(use(report, "it-sector").status()).isEqualTo(LimitStatus.BREACH);
        assertThat(use(report, "it-sector").worst()).isIn("Energy", "Health", "Software");
        assertThat(use(report, "mandate:p-balanced").level()).isPositive();
    }

    @Test
    void tailLossesOfTheDayAreThereForSql() throws InterruptedException {
        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);

        List<List<?>> rows = grid.ignite()
                .cache(CacheNames.RISK_MEASURE)
                .query(new SqlFieldsQuery(
                                "SELECT VALUE_AT_RISK, EXCEEDANCES FROM RISK_MEASURE WHERE SUBJECT_ID = ? AND TRADING_DAY = ?"
                                        + " AND CONFIDENCE_PERCENT = 99 ORDER BY VALUE_AT_RISK")
                        .setArgs(FinanceFixture.BOOK, book.asOfDay())
                        .setSchema("PUBLIC"))
                .getAll();

        assertThat(rows).hasSize(4);
        assertThat(rows.stream().map(row -> (Double) row.get(0)).toList())
                .contains(tail(book, 0.99).valueAtRisk());
    }

    @Test
    void aNodeThatLeavesChangesNothing() throws InterruptedException {
        try (GridFixture shrinking = GridFixture.inMemory(3)) {
            FinanceFixture.put(shrinking.ignite());
            try (RiskDeskFixture other = new RiskDeskFixture(shrinking)) {
                RiskReport before = other.report(RiskScope.BOOK, FinanceFixture.BOOK);
                Thread leaving = new Thread(() -> shrinking.stopNode(2), "leaving-node");
                leaving.start();
                int reports = 0;
                while (leaving.isAlive() || reports < 3) {
                    reports += sameOrTurnedAway(other, before) ? 1 : 0;
                }
                leaving.join();

                assertThat(other.report(RiskScope.BOOK, FinanceFixture.BOOK).nodes())
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    /** A node that is stopping may turn its own clients away; then the console asks again. A wrong figure never comes. */
    private static boolean sameOrTurnedAway(RiskDeskFixture other, RiskReport before) throws InterruptedException {
        try {
            same(other.report(RiskScope.BOOK, FinanceFixture.BOOK), before);
            return true;
        } catch (ClientException turnedAway) {
            assertThat(turnedAway).hasMessageContaining("stopping");
            return false;
        }
    }

    @Test
    void nonsenseIsRefusedWithItsFieldAndARemedy() {
        assertThatThrownBy(() -> desk.report(RiskScope.BOOK, "no-such-book"))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("no-such-book");
        assertThatThrownBy(() -> desk.report(new RiskQuery(RiskScope.BOOK, FinanceFixture.BOOK, 1, 0.2)))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("estimationDays (1)");
        assertThatThrownBy(() -> desk.report(new RiskQuery(RiskScope.BOOK, FinanceFixture.BOOK, 500, Double.NaN)))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("participation (NaN)");
        assertThatThrownBy(() -> desk.ask(
                        TaskNames.STRESS,
                        new StressRequest(
                                RiskScope.BOOK,
                                FinanceFixture.BOOK,
                                "x",
                                List.of(
                                        new Shock(ShockTarget.SECTOR, "' OR 1=1", -0.1),
                                        new Shock(ShockTarget.ALL, "", -1.5)))))
                .isInstanceOfSatisfying(
                        NqbaException.class,
                        refused -> assertThat(refused.fields())
                                .extracting(field -> field.field())
                                .containsExactly("shocks[0].name", "shocks[1].change"));
    }

    private static TailRisk tail(RiskReport report, double confidence) {
        return report.tails().stream()
                .filter(tail -> tail.method() == RiskMethod.HISTORICAL && tail.confidence() == confidence)
                .findFirst()
                .orElseThrow();
    }

    private static LimitUse use(RiskReport report, String limitId) {
        return report.limits().stream()
                .filter(use -> use.limit().limitId().equals(limitId))
                .findFirst()
                .orElseThrow();
    }

    private static double last(int instrument) {
        double[] closes = FinanceFixture.closes()[instrument];
        return closes[closes.length - 1];
    }

    /** Prices carried over gaps, then value times change, summed instrument by instrument. */
    private static double[] referenceProfits() {
        double[][] closes = FinanceFixture.closes();
        double[] profits = new double[FinanceFixture.DAYS - 1];
        for (int j = 0; j < BOOK_SHARES.length; j++) {
            double before = closes[j][0];
            for (int t = 1; t < FinanceFixture.DAYS; t++) {
                double now = Double.isNaN(closes[j][t]) ? before : closes[j][t];
                double change = now / before - 1;
                profits[t - 1] += Double.isNaN(change) ? 0 : BOOK_SHARES[j] * last(j) * change;
                before = now;
            }
        }
        return profits;
    }
}
