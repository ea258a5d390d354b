package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.PortfolioRisk;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.TailRisk;
import io.nqba.model.grid.TaskNames;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BookRiskIT {
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
    void threeNodesGiveTheBitsOfOneWhateverGetsALine() throws InterruptedException {
        try (GridFixture single = GridFixture.inMemory(1)) {
            FinanceFixture.put(single.ignite());
            try (RiskDeskFixture other = new RiskDeskFixture(single)) {
                for (int lines = 1; lines <= FinanceFixture.PORTFOLIOS.size(); lines++) {
                    assertThat(report(desk, lines)).isEqualTo(report(other, lines));
                }
            }
        }
    }

    @Test
    void everyPortfolioHasTheValueAtRiskOfItsOwnReportAndTheBookThatOfTheBook() throws InterruptedException {
        BookRiskReport report = report(desk, 100);

        assertThat(report.lines())
                .extracting(PortfolioRisk::portfolioId)
                .containsExactlyInAnyOrderElementsOf(FinanceFixture.PORTFOLIOS);
        assertThat(report.portfolios()).isEqualTo(FinanceFixture.PORTFOLIOS.size());
        RiskReport book = desk.report(RiskScope.BOOK, FinanceFixture.BOOK);
        assertThat(report.estimationDays()).isEqualTo(book.estimationDays());
        assertThat(report.valueAtRisk95()).isEqualTo(tail(book, 0.95));
        assertThat(report.valueAtRisk99()).isEqualTo(tail(book, 0.99));
        int compared = 0;
        for (PortfolioRisk line : report.lines()) {
            RiskReport own = desk.report(RiskScope.PORTFOLIO, line.portfolioId());
            assertThat(line.value()).isEqualTo(own.netValue());
            if (own.estimationDays() == report.estimationDays()) {
                compared++;
                assertThat(line.valueAtRisk95()).isEqualTo(tail(own, 0.95));
                assertThat(line.valueAtRisk99()).isEqualTo(tail(own, 0.99));
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void theSharesSumToTheWholeAndTheOthersAreAddedUp() throws InterruptedException {
        for (int lines = 1; lines <= FinanceFixture.PORTFOLIOS.size(); lines++) {
            BookRiskReport report = report(desk, lines);

            assertThat(report.lines()).hasSize(Math.min(lines + 1, FinanceFixture.PORTFOLIOS.size()));
            assertThat(report.lines().stream().mapToDouble(PortfolioRisk::share).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(report.lines().stream().mapToDouble(PortfolioRisk::value).sum())
                    .isCloseTo(report.value(), within(1e-6));
        }
        assertThat(report(desk, 1).lines().get(1).name())
                .isEqualTo("%d other portfolios".formatted(FinanceFixture.PORTFOLIOS.size() - 1));
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        assertThatThrownBy(() -> report(desk, 0)).hasMessageContaining("mostLines (0)");
        assertThatThrownBy(() -> desk.ask(TaskNames.BOOK_RISK, new BookRiskQuery("none", 5, RiskQuery.USUAL_DAYS)))
                .isInstanceOfSatisfying(
                        NqbaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static BookRiskReport report(RiskDeskFixture from, int lines) throws InterruptedException {
        return from.ask(TaskNames.BOOK_RISK, new BookRiskQuery(FinanceFixture.BOOK, lines, RiskQuery.USUAL_DAYS));
    }

    private static double tail(RiskReport report, double confidence) {
        return report.tails().stream()
                .filter(tail -> tail.method() == RiskMethod.HISTORICAL && tail.confidence() == confidence)
                .mapToDouble(TailRisk::valueAtRisk)
                .findFirst()
                .orElseThrow();
    }
}
