package io.nqba.compute.finance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskScope;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
    private static final List<Holdings.Asset> ASSETS = List.of(
            new Holdings.Asset("OIL", "Energy", "Majors", 10, 1_000),
            new Holdings.Asset("GAS", "Energy", "Majors", 20, 1_000),
            new Holdings.Asset("PILL", "Health", "Labs", 50, 1_000));

    /** 4,000 in OIL, 2,000 in GAS, nothing in PILL, 4,000 in cash: net value 10,000. */
    private static final Holdings BEFORE = new Holdings(ASSETS, new double[] {400, 100, 0}, 4_000, new double[0]);

    @Test
    void aSectorLimitRefusesWhatBreaksItAndSaysHowMuchWouldPass() {
        List<LimitRefusal> refusals = check(1, 1, 100, 10, limit(LimitMeasure.SECTOR_WEIGHT, "", 0.7));

        // Energy goes from 60 % to 80 %; 70 % leave room for 1,000, which is 50 GAS.
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.worst()).isEqualTo("Energy");
            assertThat(refusal.before()).isCloseTo(0.6, within(1e-12));
            assertThat(refusal.after()).isCloseTo(0.8, within(1e-12));
            assertThat(refusal.largestShares()).isEqualTo(50);
        });
    }

    @Test
    void aBreachElsewhereHidesNothing() {
        RiskLimit position = limit(LimitMeasure.POSITION_WEIGHT, "", 0.3);

        // OIL is above 30 % already; PILL may go to 30 % and no further.
        assertThat(check(2, 1, 60, 1, position)).isEmpty();
        assertThat(check(2, 1, 61, 1, position))
                .singleElement()
                .extracting(LimitRefusal::worst, LimitRefusal::largestShares)
                .containsExactly("PILL", 60L);
    }

    @Test
    void whatBringsABreachBackIsAllowedAndWhatWorsensItIsNot() {
        RiskLimit position = limit(LimitMeasure.POSITION_WEIGHT, "", 0.3);

        assertThat(check(0, -1, 50, 1, position)).isEmpty();
        assertThat(check(0, 1, 1, 1, position))
                .singleElement()
                .extracting(LimitRefusal::largestShares)
                .isEqualTo(0L);
        // Sold so far short that the size is worse than before.
        assertThat(check(0, -1, 900, 1, position))
                .singleElement()
                .extracting(LimitRefusal::largestShares)
                .isEqualTo(800L);
    }

    @Test
    void aLimitOnOneTargetLeavesTheOthersAlone() {
        RiskLimit health = limit(LimitMeasure.SECTOR_WEIGHT, "Health", 0.1);

        assertThat(check(0, 1, 500, 1, health)).isEmpty();
        assertThat(check(2, 1, 21, 1, health)).hasSize(1);
    }

    @Test
    void leverageAndLiquidityCount() {
        assertThat(check(2, 1, 100, 1, limit(LimitMeasure.LEVERAGE, "", 1)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.after()).isCloseTo(1.1, within(1e-12));
                    assertThat(refusal.largestShares()).isEqualTo(80);
                });
        // 20 % of 1,000 shares a day: 3 days are 600 shares.
        assertThat(check(2, 1, 700, 1, limit(LimitMeasure.LIQUIDITY_DAYS, "", 3)))
                .singleElement()
                .extracting(LimitRefusal::largestShares)
                .isEqualTo(600L);
    }

    @Test
    void nothingLeftToMeasureAgainstIsTooMuch() {
        Holdings broke = new Holdings(ASSETS, new double[] {100, 0, 0}, -2_000, new double[0]);
        OrderCheck.Scope scope =
                new OrderCheck.Scope(broke, List.of(limit(LimitMeasure.LEVERAGE, "", 5)), new double[0], List.of());

        assertThat(new OrderCheck(1, 1, 10, 1).refusals(List.of(scope))).isEmpty();
        assertThat(LimitLevels.of(limit(LimitMeasure.LEVERAGE, "", 5), broke).value())
                .isInfinite();
    }

    @SeededTest(tries = 30)
    void theLargestSizePassesAndTheNextLotDoesNot(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        double[] returns = dice.doubles(120, -0.05, 0.05).toArray();
        double[] profits = dice.doubles(120, -200, 200).toArray();
        List<LimitMeasure> measures = List.of(LimitMeasure.values());
        LimitMeasure measure = measures.get(dice.nextInt(measures.size()));
        Holdings before = new Holdings(ASSETS, new double[] {400, 100, 20}, 4_000, profits);
        RiskLimit limit = limit(measure, "", dice.nextDouble(0.01, measure == LimitMeasure.LIQUIDITY_DAYS ? 4 : 0.9));
        int asset = dice.nextInt(3);
        int sign = dice.nextBoolean() ? 1 : -1;
        int lot = 1 + dice.nextInt(5);
        OrderCheck.Scope scope = new OrderCheck.Scope(
                before,
                List.of(limit),
                returns,
                TailRisks.of(RiskMethod.HISTORICAL, dice.doubles(400, -1, 1).toArray(), 120));

        List<LimitRefusal> refusals = new OrderCheck(asset, sign, 1_000L * lot, lot).refusals(List.of(scope));

        for (LimitRefusal refusal : refusals) {
            long largest = refusal.largestShares();
            assertThat(largest % lot).isZero();
            if (largest > 0) {
                assertThat(new OrderCheck(asset, sign, largest, lot).refusals(List.of(scope)))
                        .isEmpty();
            }
            assertThat(new OrderCheck(asset, sign, largest + lot, lot).refusals(List.of(scope)))
                    .hasSize(1);
            assertThat(refusal.note()).matches(note -> note.isEmpty() != measure.tail());
        }
    }

    @Test
    void tailWeightsGiveTheShortfallOfTheEstimate() {
        double[] profits = new SplittableRandom(3).doubles(333, -1, 1).toArray();
        double[] weights = Contributions.tailWeights(profits, 0.95);
        double blended = 0;
        for (int t = 0; t < profits.length; t++) {
            blended += weights[t] * profits[t];
        }

        assertThat(Arrays.stream(weights).sum()).isCloseTo(-1, within(1e-12));
        assertThat(blended)
                .isCloseTo(
                        io.nqba.compute.kernel.risk.TailLoss.estimate(
                                        io.nqba.compute.kernel.risk.TailLoss.Method.HISTORICAL, profits, 0.95)
                                .expectedShortfall(),
                        within(1e-12));
    }

    private static List<LimitRefusal> check(int asset, int sign, long shares, int lot, RiskLimit limit) {
        return new OrderCheck(asset, sign, shares, lot)
                .refusals(List.of(new OrderCheck.Scope(BEFORE, List.of(limit), new double[0], List.of())));
    }

    private static RiskLimit limit(LimitMeasure measure, String target, double breach) {
        return new RiskLimit("l", RiskScope.PORTFOLIO, "p", measure, target, breach, breach, 1, "council", 0);
    }
}
