package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.CovarianceEstimate;
import io.nqba.model.finance.GroupBound;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ProposedPosition;
import io.nqba.model.finance.ReturnEstimate;
import io.nqba.model.finance.WeightBound;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Portfolio runs from request to trades on three nodes. */
class PortfolioRunIT {
    private static GridFixture grid;
    private static IgniteClient client;
    private static PortfolioRuns runs;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(3);
        FinanceFixture.put(grid.ignite());
        client = grid.client();
        runs = new PortfolioRuns(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        grid.close();
    }

    private static PortfolioRequest.Builder balanced(PortfolioObjective objective) {
        return PortfolioRequest.of(objective).portfolioId("p-balanced");
    }

    private static PortfolioRequest.Builder fresh(PortfolioObjective objective) {
        double target = objective == PortfolioObjective.TARGET_RISK ? 0.2 : 0.05;
        PortfolioRequest.Builder builder = PortfolioRequest.of(objective)
                .universeId(FinanceFixture.UNIVERSE)
                .capital(1_000_000);
        return objective.wantsTarget() ? builder.target(target) : builder;
    }

    private static double sum(PortfolioProposal proposal, ToDoubleFunction<ProposedPosition> of) {
        return proposal.positions().stream().mapToDouble(of).sum();
    }

    @Test
    void aPortfolioGetsTradesThatPayForThemselves() {
        OptimizationRun run =
                runs.ended(balanced(PortfolioObjective.MIN_VOLATILITY).build());

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.baselines()).extracting(Baseline::name).containsExactly("current-portfolio", "equal-weight");
        assertThat(run.gap()).isLessThan(1e-9);
        assertThat(run.value()).isLessThan(run.baselines().get(0).value());
        assertThat(run.valueUnit()).isEqualTo("% per year");
        PortfolioProposal proposal = runs.proposal(run);
        assertThat(sum(proposal, ProposedPosition::weightProposed)).isCloseTo(1, within(1e-9));
        assertThat(proposal.positions()).allSatisfy(position -> {
            assertThat(position.weightProposed()).isBetween(-1e-9, 0.4 + 1e-9);
            assertThat(position.cost()).isCloseTo(0.001 * Math.abs(position.tradeValue()), within(1e-6));
            assertThat(position.reason().isEmpty()).isEqualTo(position.tradeShares() == 0);
        });
        double cost = sum(proposal, ProposedPosition::cost);
        assertThat(proposal.tradingCost()).isCloseTo(cost, within(1e-6)).isPositive();
        assertThat(proposal.cashProposed())
                .isCloseTo(proposal.cashNow() - sum(proposal, ProposedPosition::tradeValue) - cost, within(1e-6))
                .isCloseTo(0, within(1e-6 * proposal.capital()));
        assertThat(proposal.proposed().volatility()).isLessThan(proposal.equal().volatility());
        assertThat(run.findings().get(0)).startsWith("The proposal holds ");
        assertThat(String.join(" ", run.findings())).contains("equal weights");
    }

    @ParameterizedTest
    @EnumSource(PortfolioObjective.class)
    void everyObjectiveFindsItsBestWeights(PortfolioObjective objective) {
        OptimizationRun run = runs.ended(fresh(objective).build());

        assertThat(run.state()).as(run.problem() + run.remedy()).isEqualTo(RunState.SUCCEEDED);
        boolean heuristic = objective == PortfolioObjective.HRP || objective == PortfolioObjective.EQUAL_WEIGHT;
        assertThat(run.gap()).isBetween(0.0, heuristic ? 1.0 : 1e-6);
        PortfolioProposal proposal = runs.proposal(run);
        assertThat(proposal.now()).isNull();
        assertThat(sum(proposal, ProposedPosition::weightProposed)).isCloseTo(1, within(1e-8));
        assertThat(sum(proposal, ProposedPosition::tradeValue)).isCloseTo(1_000_000, within(1.0));
        assertThat(run.baselines()).extracting(Baseline::name).containsExactly("equal-weight");
    }

    @ParameterizedTest
    @CsvSource({"HISTORICAL_MEAN, LEDOIT_WOLF", "EWMA, EWMA", "CAPM, SAMPLE"})
    void everyEstimatorIsUsed(ReturnEstimate returns, CovarianceEstimate covariance) {
        PortfolioRequest request = fresh(PortfolioObjective.MAX_SHARPE)
                .returns(returns)
                .covariance(covariance)
                .riskFree(-0.5)
                .build();

        OptimizationRun run = runs.ended(request);

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        OptimizationRun plain =
                runs.ended(fresh(PortfolioObjective.MAX_SHARPE).riskFree(-0.5).build());
        assertThat(runs.proposal(run).proposed().sharpe())
                .isNotCloseTo(runs.proposal(plain).proposed().sharpe(), within(1e-6));
    }

    @Test
    void fewNamesUnderSectorsAndWholeShares() {
        PortfolioRequest request = balanced(PortfolioObjective.MAX_SHARPE)
                .riskFree(-0.5)
                .mostNames(3)
                .leastHolding(0.1)
                .groups(List.of(new GroupBound(GroupBound.Kind.SECTOR, "Energy", List.of(), 0.15, 0.5)))
                .mostTurnover(1.9)
                .wholeShares(true)
                .maxRounds(3)
                .build();

        OptimizationRun run = runs.ended(request);

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.value()).isLessThanOrEqualTo(run.bound());
        PortfolioProposal proposal = runs.proposal(run);
        assertThat(proposal.proposed().names()).isLessThanOrEqualTo(3);
        assertThat(proposal.positions())
                .allSatisfy(position ->
                        assertThat(position.sharesProposed()).isEqualTo(Math.rint(position.sharesProposed())));
        assertThat(proposal.cashProposed()).isGreaterThanOrEqualTo(-1e-6);
        double energy = proposal.positions().stream()
                .filter(position -> position.sector().equals("Energy"))
                .mapToDouble(ProposedPosition::weightProposed)
                .sum();
        assertThat(energy).isBetween(0.13, 0.52);
        assertThat(proposal.positions())
                .filteredOn(position -> position.sharesProposed() == 0 && position.sharesNow() != 0)
                .isNotEmpty()
                .allSatisfy(position -> assertThat(position.reason()).contains("at most 3 names"));
    }

    @Test
    void whatIsHeldButMayNotBeHeldIsSold() {
        OptimizationRun run = runs.ended(balanced(PortfolioObjective.RISK_PARITY)
                .instrumentIds(List.of("I1", "I2", "I4"))
                .build());

        PortfolioProposal proposal = runs.proposal(run);

        assertThat(proposal.positions())
                .filteredOn(position -> !List.of("I1", "I2", "I4").contains(position.instrumentId()))
                .hasSize(5)
                .allSatisfy(position -> {
                    assertThat(position.sharesProposed()).isZero();
                    assertThat(position.reason()).contains("not among the instruments");
                });
        assertThat(run.value()).isZero();
    }

    @Test
    void theUnitOfMoneyAndTheOrderOfTheWishDoNotMatter() {
        List<String> ids = IntStream.range(0, 8).mapToObj(FinanceFixture::id).toList();
        var turned = new ArrayList<>(ids);
        Collections.reverse(turned);

        PortfolioProposal plain = runs.proposal(runs.ended(
                fresh(PortfolioObjective.QUADRATIC_UTILITY).instrumentIds(ids).build()));
        PortfolioProposal rich = runs.proposal(runs.ended(fresh(PortfolioObjective.QUADRATIC_UTILITY)
                .instrumentIds(turned)
                .capital(10_000_000)
                .build()));

        for (int j = 0; j < 8; j++) {
            ProposedPosition one = plain.positions().get(j);
            ProposedPosition other = rich.positions().get(j);
            assertThat(other.instrumentId()).isEqualTo(one.instrumentId());
            assertThat(other.weightProposed()).isEqualTo(one.weightProposed());
            assertThat(other.sharesProposed()).isCloseTo(10 * one.sharesProposed(), within(1e-6));
        }
    }

    @Test
    void limitsThatContradictEachOtherAreNamedWithTheOneToRelax() {
        OptimizationRun run =
                runs.ended(balanced(PortfolioObjective.TARGET_RETURN).target(5).build());

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.problem()).contains("'expected net return at least 5'");
        assertThat(run.remedy()).startsWith("Lower 'expected net return' from 5 to ");
    }

    @Test
    void whatDoesNotFitIsNamedFieldByField() {
        PortfolioRequest request = balanced(PortfolioObjective.MIN_VOLATILITY)
                .bounds(List.of(new WeightBound("NONE", 0, 0.1)))
                .groups(List.of(new GroupBound(GroupBound.Kind.SECTOR, "Shipping", List.of(), 0, 0.1)))
                .build();

        assertThatThrownBy(() -> runs.submit(request)).isInstanceOfSatisfying(NqbaException.class, refusal -> {
            assertThat(refusal.fields())
                    .extracting(FieldProblem::field)
                    .containsExactly("bounds[0].instrumentId", "groups[0].sector");
            assertThat(refusal.fields().get(1).remedy()).isEqualTo("Use one of: Energy, Health, Software.");
        });
        assertThatThrownBy(() -> runs.submit(balanced(PortfolioObjective.HRP)
                        .mostNames(3)
                        .instrumentIds(List.of("I1", "I2"))
                        .build()))
                .hasMessageContaining("is a rule that knows no limits");
        assertThatThrownBy(() -> runs.submit(balanced(PortfolioObjective.MIN_VOLATILITY)
                        .instrumentIds(List.of("I1", "NONE"))
                        .build()))
                .hasMessageContaining("instrumentIds[1] (NONE)");
        assertThatThrownBy(() -> runs.submit(PortfolioRequest.of(PortfolioObjective.MIN_VOLATILITY)
                        .universeId("tiny")
                        .build()))
                .hasMessageContaining("capital");
        assertThatThrownBy(() -> runs.submit(PortfolioRequest.of(PortfolioObjective.MIN_VOLATILITY)
                        .portfolioId("none")
                        .build()))
                .hasMessageContaining("There is no portfolio (none).");
    }

    @Test
    void aCancelledSearchKeepsItsBest() {
        OptimizationRun queued = runs.submit(balanced(PortfolioObjective.MAX_SHARPE)
                .mostNames(3)
                .leastHolding(0.01)
                .targetGap(0)
                .maxRounds(100_000)
                .timeLimitMillis(600_000)
                .build());
        runs.desk().untilRound(queued.runId(), 3);

        runs.desk().cancel(queued.runId());
        OptimizationRun run = runs.desk().untilEnded(queued.runId());

        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.findings().get(0)).startsWith("It was cancelled: the answer is proven to be within");
        assertThat(runs.proposal(run).proposed().names()).isLessThanOrEqualTo(3);
    }
}
