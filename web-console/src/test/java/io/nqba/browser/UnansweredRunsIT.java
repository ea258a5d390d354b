package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.TradingAssumptions;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.RunState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that ended before any answer say so, with what went wrong and what to do, and draw nothing. */
class UnansweredRunsIT {
    private static final String PROBLEM = "The prices of the universe are gone.";
    private static final String REMEDY = "Load them again.";
    private static final Map<String, RunRequest> KINDS = Map.of(
            "energy",
            new EnergyRequest("maple-street", 0, 96, EnergyRequest.Source.READINGS, 0, 0, false, 1e-4, 9, 1_000),
            "mandates",
            new MandateRequest("meridian", List.of(), MandateRequest.ExpectedReturn.CAPM, 750, 9, 0, 1e-4, 9, 1_000),
            "portfolio",
            PortfolioRequest.of(PortfolioObjective.MAX_SHARPE)
                    .portfolioId("meridian-index")
                    .build(),
            "backtest",
            new BacktestRequest(
                    "momentum",
                    "Momentum",
                    Map.of(),
                    -BacktestRequest.ALL_DAYS,
                    BacktestRequest.ALL_DAYS,
                    0,
                    BacktestObjective.SHARPE,
                    TradingAssumptions.usual(),
                    1_000),
            "annealing",
            new AnnealingRequest(
                    "gone", "Gone", BusinessUnit.PLATFORM, 1_000, 0, Double.NaN, 0, 500, 1, 0, 1, 5, false));

    @ParameterizedTest
    @CsvSource({
        "energy, 1440, LIGHT",
        "energy, 390, DARK",
        "mandates, 1440, LIGHT",
        "portfolio, 1440, LIGHT",
        "backtest, 1440, LIGHT",
        "annealing, 1440, DARK"
    })
    void aFailedRunSaysWhatWentWrongAndWhatToDo(String kind, int width, ColorScheme scheme) {
        String run = ended(kind, RunState.FAILED, PROBLEM, REMEDY);
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/runs/" + run);

            assertThat(visit.find(".problem__title")).hasText("The run failed. " + PROBLEM);
            assertThat(visit.find(".problem__remedy")).hasText(REMEDY);
            assertThat(visit.find("canvas")).hasCount(0);
            assertThat(visit.find("[data-run-state]")).hasText("Failed");
            if (!kind.equals("backtest")) {
                assertThat(visit.find("#run-proof figcaption"))
                        .hasText("No answer: the run failed. " + PROBLEM + " " + REMEDY);
            }
            visit.mustHaveBeenQuiet();
            visit.screenshot("failed-%s-%d".formatted(kind, width));
            visit.mustBeAccessible();
        }
    }

    @ParameterizedTest
    @CsvSource({"energy", "mandates", "portfolio", "backtest", "annealing"})
    void aRunCancelledBeforeItsFirstAnswerSaysSo(String kind) {
        String run = ended(kind, RunState.CANCELLED, "", "");
        try (Visit visit = Visit.council()) {
            visit.open("/runs/" + run);

            assertThat(visit.find(".problem__title")).hasText("The run was cancelled before it had an answer.");
            assertThat(visit.find(".problem__remedy")).containsText("Start it again");
            assertThat(visit.find("canvas")).hasCount(0);
            assertThat(visit.find("[data-run-state]")).hasText("Cancelled");
            visit.open("/runs?state=cancelled");
            assertThat(visit.find("#row-" + run + " figcaption"))
                    .containsText("No answer. The run was cancelled before it had an answer.");
        }
    }

    @ParameterizedTest
    @CsvSource({"/goliath/mandates?book=meridian&run=, mandates", "/goliath/portfolios/meridian-index?run=, portfolio"})
    void thePageOfTheAnswerSaysItToo(String address, String kind) {
        String run = ended(kind, RunState.FAILED, PROBLEM, REMEDY);
        try (Visit visit = Visit.council()) {
            visit.open(address + run);

            assertThat(visit.find(".problem__title")).hasText("The run failed. " + PROBLEM);
            assertThat(visit.find("#run-proof figcaption")).containsText("No answer: the run failed.");
            assertThat(visit.find("canvas")).hasCount(0);
            assertThat(visit.find("main")).not().containsText("when the run has ended");
            visit.mustBeAccessible();
        }
    }

    private static String ended(String kind, RunState state, String problem, String remedy) {
        String run = UUID.randomUUID().toString();
        RunRequest request = Objects.requireNonNull(KINDS.get(kind), kind);
        long now = System.currentTimeMillis();
        DemoGrid.put(
                CacheNames.OPTIMIZATION_RUN,
                run,
                OptimizationRun.queued(run, request, "council", "USD", now - 2_000).toBuilder()
                        .state(state)
                        .startedMillis(now - 1_000)
                        .finishedMillis(now)
                        .problem(problem)
                        .remedy(remedy)
                        .build());
        return run;
    }
}
