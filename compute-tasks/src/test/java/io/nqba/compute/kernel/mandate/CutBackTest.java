package io.nqba.compute.kernel.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutBackTest {
    private static final int UNIVERSE = 40;

    /** Limits that the mandates break alone and that holdings, cash and half of both keep. */
    @SeededTest(tries = 20)
    void cutKeepsEveryLimitAndIsNeverBetterThanTheAnswerByPrices(long seed) {
        var random = new SplittableRandom(seed);
        FactorModel model = SampleMandates.model(random, UNIVERSE, 4);
        FirmRows rows = SampleMandates.rows(random, model, 6, 3, 4);
        var universe = new MandateUniverse(model, SampleMandates.returns(random, UNIVERSE), rows, 1e6);
        var batch = new MandateBatch(universe, SampleMandates.mandates(random, 30, UNIVERSE, 15));
        List<double[]> own = own(batch);
        Answer atHeld = sum(batch, rows, i -> CutBack.held(batch.mandate(i), own.get(i)));
        Answer atCash = sum(batch, rows, i -> CutBack.cash(batch.mandate(i), own.get(i)));
        Answer atOwn = sum(batch, rows, own::get);
        double[] cap = new double[rows.rows()];
        Arrays.setAll(cap, r -> 0.3 * atHeld.usage()[r] + 0.4 * atCash.usage()[r] + 0.3 * atOwn.usage()[r]);

        CutBack shares = CutBack.choose(atHeld, atCash, atOwn, cap).orElseThrow();

        Answer cut = sum(batch, rows, i -> shares.weights(batch.mandate(i), own.get(i)));
        for (int r = 0; r < cap.length; r++) {
            assertThat(cut.usage()[r]).as("row %d", r).isLessThanOrEqualTo(cap[r] + 1e-9 * (1 + Math.abs(cap[r])));
        }
        for (int i = 0; i < batch.size(); i++) {
            assertOwnRules(batch.mandate(i), shares.weights(batch.mandate(i), own.get(i)));
        }
        CoordinationMaster ours = closed(batch, cap);
        assertThat(cut.cost()).isGreaterThanOrEqualTo(ours.bound() - 1e-9 * (1 + Math.abs(ours.bound())));
        assertThat(cut.cost()).isGreaterThanOrEqualTo(ours.value() - 1e-6 * (1 + Math.abs(ours.value())));
    }

    @Test
    void nobodyIsCutWhereTheirOptimaKeepTheLimits() {
        CutBack shares = CutBack.choose(sums(-1, 2), sums(0, 0), sums(-9, 4), new double[] {4})
                .orElseThrow();

        assertThat(shares.toOwn()).isEqualTo(1);
        assertThat(shares.toCash()).isZero();
    }

    /** Holdings above the limit: 3 · held + 8 · own ≤ 2 leaves a quarter of the optimum beside cash. */
    @Test
    void whatIsOverALimitGoesToCash() {
        CutBack shares = CutBack.choose(sums(-1, 3), sums(0, 0), sums(-9, 8), new double[] {2})
                .orElseThrow();

        assertThat(shares.toOwn()).isCloseTo(0.25, within(1e-12));
        assertThat(shares.toCash()).isCloseTo(0.75, within(1e-12));
    }

    /** Cash needs more trades than are allowed, holdings are over the other limit, and so is everything between. */
    @Test
    void limitsThatNoCutKeepsHaveNone() {
        Answer held = sums(-1, 3, 0);
        Answer cash = sums(0, 0, 3);
        Answer own = sums(-9, 8, 8);

        Optional<CutBack> shares = CutBack.choose(held, cash, own, new double[] {1, 1});

        assertThat(shares).isEmpty();
    }

    @Test
    void firmWithoutLimitsTakesEveryOptimum() {
        assertThat(CutBack.choose(sums(-1), sums(0), sums(-9), new double[0]))
                .hasValueSatisfying(shares -> assertThat(shares.toOwn()).isEqualTo(1));
    }

    private static Answer sums(double cost, double... usage) {
        return new Answer(1, cost, cost, 0, usage, null);
    }

    private static List<double[]> own(MandateBatch batch) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> batch.alone(i).weights())
                .toList();
    }

    private static Answer sum(MandateBatch batch, FirmRows rows, IntFunction<double[]> weights) {
        double[] usage = new double[rows.rows()];
        double cost = 0;
        for (int i = 0; i < batch.size(); i++) {
            Mandate mandate = batch.mandate(i);
            batch.addUsage(mandate, weights.apply(i), usage);
            cost -= mandate.capital()
                    / 1e6
                    * batch.worth(mandate, weights.apply(i)).utility();
        }
        return new Answer(batch.size(), cost, cost, 0, usage, null);
    }

    private static void assertOwnRules(Mandate mandate, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isBetween(mandate.lower()[i] - 1e-9, mandate.upper()[i] + 1e-9);
        }
        assertThat(Arrays.stream(weights).sum())
                .isBetween(mandate.leastInvested() - 1e-9, mandate.mostInvested() + 1e-9);
    }

    private static CoordinationMaster closed(MandateBatch batch, double[] cap) {
        var master = new CoordinationMaster(new SharedLimits(cap, 0, 5).withExactAnswers(0.05), 1e-7);
        while (!master.closed() && master.round() < 80) {
            var sum = new AnswerSum(master.question());
            sum.add(batch.answer(master.question()));
            master.absorb(sum.total());
        }
        return master;
    }
}
