package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalkForwardTest {
    private static final int PERIODS = WalkForward.WINDOW_DAYS + 5 * WalkForward.HELD_DAYS + 10;

    private final ReturnMatrix returns = SampleUniverses.returns(new SplittableRandom(3), 4, PERIODS);

    private static double[] same(int assets) {
        double[] weights = new double[assets];
        Arrays.fill(weights, 1.0 / assets);
        return weights;
    }

    @Test
    void equalWeightsGoWithThemselves() {
        var result = WalkForward.of(returns, 99, 0.01, (past, assets) -> same(assets.length), () -> false)
                .orElseThrow();

        assertThat(result.windows()).isEqualTo(5);
        assertThat(result.days()).isEqualTo(5 * WalkForward.HELD_DAYS);
        assertThat(result.rule()).isEqualTo(result.equal());
    }

    @Test
    void aRuleNeverSeesTheDaysItIsJudgedBy() {
        double[][] marked = new double[4][PERIODS];
        for (int t = 0; t < PERIODS; t++) {
            for (int j = 0; j < 4; j++) {
                marked[j][t] = t * 1e-6;
            }
        }
        List<double[]> seen = new ArrayList<>();

        WalkForward.of(
                ReturnMatrix.of(marked),
                99,
                0,
                (past, assets) -> {
                    seen.add(new double[] {past.get(0, 0) * 1e6, past.get(0, past.periods() - 1) * 1e6});
                    return same(4);
                },
                () -> false);

        int first = PERIODS - 5 * WalkForward.HELD_DAYS;
        for (int k = 0; k < 5; k++) {
            int decided = first + k * WalkForward.HELD_DAYS;
            assertThat(seen.get(k)[0]).isCloseTo(decided - WalkForward.WINDOW_DAYS, within(1e-6));
            assertThat(seen.get(k)[1]).isCloseTo(decided - 1.0, within(1e-6));
        }
    }

    @Test
    void whatWasNotListedAllOverTheWindowIsLeftOut() {
        double[][] series = new double[3][];
        for (int j = 0; j < 3; j++) {
            series[j] = returns.copyOf(j);
        }
        Arrays.fill(series[1], 0, PERIODS - WalkForward.HELD_DAYS, Double.NaN);

        WalkForward.of(
                ReturnMatrix.of(series),
                99,
                0,
                (past, assets) -> {
                    assertThat(assets).containsExactly(0, 2);
                    return same(2);
                },
                () -> false);
    }

    @Test
    void limitsThatCannotBeKeptAreCounted() {
        var result = WalkForward.of(
                        returns,
                        99,
                        0,
                        (past, assets) -> {
                            throw new NqbaException(ErrorCode.INFEASIBLE, "No.", "Relax.");
                        },
                        () -> false)
                .orElseThrow();

        assertThat(result.failed()).isEqualTo(5);
        assertThat(result.rule()).isEqualTo(result.equal());
    }

    @Test
    void aShortHistoryGivesNothing() {
        assertThat(WalkForward.of(returns.between(0, 520), 99, 0, (past, assets) -> same(4), () -> false))
                .isEmpty();
    }
}
