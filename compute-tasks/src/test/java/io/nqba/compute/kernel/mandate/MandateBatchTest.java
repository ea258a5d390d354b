package io.nqba.compute.kernel.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.kernel.portfolio.GroupLimit;
import io.nqba.compute.kernel.portfolio.MeanVariance;
import io.nqba.compute.kernel.portfolio.PortfolioAnswer;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.compute.kernel.portfolio.TradeRules;
import io.nqba.compute.kernel.portfolio.Universe;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MandateBatchTest {
    private static final int UNIVERSE = 40;
    private static final double PENALTY = 5;

    /** The whole firm as one quadratic programme, which only a small firm allows. */
    @SeededTest(tries = 15)
    void firmReachesTheOptimumOfItsWholeProgramme(long seed) {
        var random = new SplittableRandom(seed);
        MandateUniverse universe = universe(random, 3, 2, 0);
        List<Mandate> mandates = SampleMandates.mandates(random, 3, UNIVERSE, 12);
        var batch = new MandateBatch(universe, mandates);
        double[] someFeasibleUse =
                batch.answer(question(random.doubles(6, 0, 0.1).toArray())).usage();

        CoordinationMaster master = closed(batch, someFeasibleUse, 1e-8);

        PortfolioAnswer optimum = oracle(universe, mandates, someFeasibleUse);
        assertThat(master.gap()).isLessThanOrEqualTo(1e-8);
        assertThat(-master.value()).isCloseTo(optimum.value(), within(1e-7 * (1 + Math.abs(optimum.value()))));
    }

    @SeededTest(tries = 6)
    void aHundredMandatesCloseInFewRounds(long seed) {
        var random = new SplittableRandom(seed);
        MandateUniverse universe = universe(random, 8, 4, 6);
        var batch = new MandateBatch(universe, SampleMandates.mandates(random, 100, UNIVERSE, 20));
        double[] price = random.doubles(universe.rows().rows(), 0, 0.1).toArray();
        double[] someFeasibleUse = batch.answer(question(price)).usage();

        CoordinationMaster master = closed(batch, someFeasibleUse, 1e-7);

        assertThat(master.gap()).isLessThanOrEqualTo(1e-7);
        assertThat(master.round()).isLessThanOrEqualTo(40);
        assertThat(master.bound()).isLessThanOrEqualTo(master.value());
        assertThat(master.overCap()).isLessThan(1e-7);
    }

    /** Half of what everybody would like to use, whether that is possible or not. */
    @SeededTest(tries = 6)
    void limitsThatContradictMandatesCloseToo(long seed) {
        var random = new SplittableRandom(seed);
        MandateUniverse universe = universe(random, 8, 4, 6);
        var batch = new MandateBatch(universe, SampleMandates.mandates(random, 100, UNIVERSE, 20));

        CoordinationMaster master = closed(batch, caps(batch, universe, 0.5), 1e-4);

        assertThat(master.gap()).isLessThanOrEqualTo(1e-4);
    }

    @SeededTest(tries = 10)
    void reactionIsTheSlopeOfTheUsage(long seed) {
        var random = new SplittableRandom(seed);
        MandateUniverse universe = universe(random, 5, 3, 3);
        var batch = new MandateBatch(universe, SampleMandates.mandates(random, 5, UNIVERSE, 15));
        int rows = universe.rows().rows();
        double[] price = random.doubles(rows, 0, 0.02).toArray();
        Answer at = batch.answer(question(price));
        double step = 1e-9;
        for (int r = 0; r < rows; r++) {
            double[] dearer = price.clone();
            dearer[r] += step;

            Answer there = batch.answer(question(dearer));

            for (int s = 0; s < rows; s++) {
                int high = Math.max(r, s);
                double expected = curvature(at)[high * (high + 1) / 2 + Math.min(r, s)];
                assertThat((at.usage()[s] - there.usage()[s]) / step)
                        .as("rows %d and %d", r, s)
                        .isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
            }
        }
    }

    /** Half of what the mandates must hold at least: no price helps, and the excess is as small as it can be. */
    @Test
    void limitThatCannotBeKeptIsMissedByAsLittleAsPossible() {
        var random = new SplittableRandom(9);
        FactorModel model = SampleMandates.model(random, 4, 2);
        var row = new FirmRows.Row(new double[] {1, 1, 0, 0}, new double[4], 0);
        var universe = new MandateUniverse(model, SampleMandates.returns(random, 4), FirmRows.of(List.of(row), 4), 1e6);
        double[] least = {0.2, 0.2, 0, 0};
        double[] most = {1, 1, 1, 1};
        var mandate = new Mandate(3e6, 4, new int[] {0, 1, 2, 3}, new double[4], least, most, 0, 0, 1);
        var batch = new MandateBatch(universe, List.of(mandate, mandate));

        CoordinationMaster master = closed(batch, new double[] {1.2}, 1e-6);

        assertThat(master.overCap()).isCloseTo(2 * 3 * 0.4 - 1.2, within(1e-9));
        assertThat(master.gap()).isLessThanOrEqualTo(1e-6);
    }

    @SeededTest(tries = 5)
    void groupingOfMandatesDoesNotChangeTheirSum(long seed) {
        var random = new SplittableRandom(seed);
        MandateUniverse universe = universe(random, 5, 3, 3);
        List<Mandate> mandates = SampleMandates.mandates(random, 12, UNIVERSE, 15);
        Question question =
                question(random.doubles(universe.rows().rows(), 0, 0.05).toArray());
        var forward = new AnswerSum(question);
        var backward = new AnswerSum(question);

        IntStream.range(0, 12)
                .forEach(i -> forward.add(new MandateBatch(universe, mandates.subList(i, i + 1)).answer(question)));
        var other = new AnswerSum(question);
        IntStream.range(0, 12)
                .map(i -> 11 - i)
                .forEach(i -> (i % 2 == 0 ? backward : other)
                        .add(new MandateBatch(universe, mandates.subList(i, i + 1)).answer(question)));
        backward.add(other);

        assertThat(backward.total().usage()).isEqualTo(forward.total().usage());
        assertThat(backward.total().lagrangian()).isEqualTo(forward.total().lagrangian());
        assertThat(curvature(backward.total())).isEqualTo(curvature(forward.total()));
    }

    private static double[] curvature(Answer answer) {
        return Objects.requireNonNull(answer.response()).curvature();
    }

    private static MandateUniverse universe(SplittableRandom random, int issuers, int sectors, int traded) {
        FactorModel model = SampleMandates.model(random, UNIVERSE, 4);
        FirmRows rows = SampleMandates.rows(random, model, issuers, sectors, traded);
        return new MandateUniverse(model, SampleMandates.returns(random, UNIVERSE), rows, 1e6);
    }

    private static double[] caps(MandateBatch batch, MandateUniverse universe, double share) {
        double[] cap = batch.answer(question(new double[universe.rows().rows()]))
                .usage()
                .clone();
        for (int r = 0; r < cap.length; r++) {
            cap[r] = universe.rows().constant(r) == 0 ? share * Math.max(0, cap[r]) : 0;
        }
        return cap;
    }

    private static Question question(double[] price) {
        return new Question(price, 0, IntStream.range(0, price.length).toArray()).answeredExactly();
    }

    private static CoordinationMaster closed(MandateBatch batch, double[] cap, double gap) {
        var master = new CoordinationMaster(new SharedLimits(cap, 0, PENALTY).withExactAnswers(0.05), gap);
        while (!master.closed() && master.round() < 80) {
            var sum = new AnswerSum(master.question());
            sum.add(batch.answer(master.question()));
            master.absorb(sum.total());
        }
        return master;
    }

    /** Greatest utility of all mandates together, in the universe's unit of money: one portfolio whose groups are the mandates. */
    private static PortfolioAnswer oracle(MandateUniverse universe, List<Mandate> mandates, double[] cap) {
        int size = mandates.stream().mapToInt(Mandate::size).sum() + 1;
        var block = new Blocks(size, cap.length);
        for (Mandate mandate : mandates) {
            block.add(universe, mandate);
        }
        List<GroupLimit> groups = new ArrayList<>(block.budgets);
        for (int r = 0; r < cap.length; r++) {
            double most = cap[r] - universe.rows().constant(r) * block.capital;
            groups.add(new GroupLimit("row " + r, block.exposure[r], Double.NEGATIVE_INFINITY, most));
        }
        block.lower[size - 1] = -1e4;
        block.upper[size - 1] = 1e4;
        Arrays.fill(block.names, "");
        var limits = new PortfolioLimits(
                block.lower,
                block.upper,
                1,
                groups,
                new TradeRules(block.start, block.cost, Double.POSITIVE_INFINITY),
                0);
        var whole = new Universe(List.of(block.names), block.expected, SymmetricMatrix.of(block.covariance));
        return new MeanVariance(whole, limits).quadraticUtility(1);
    }

    /** The mandates side by side; the last asset takes whatever keeps the sum of all weights at 1. */
    private static final class Blocks {
        private final int size;
        private final String[] names;
        private final double[][] covariance;
        private final double[] expected;
        private final double[] start;
        private final double[] cost;
        private final double[] lower;
        private final double[] upper;
        private final double[][] exposure;
        private final List<GroupLimit> budgets = new ArrayList<>();
        private double capital;
        private int filled;

        Blocks(int size, int rows) {
            this.size = size;
            names = new String[size];
            covariance = new double[size][size];
            expected = new double[size];
            start = new double[size];
            cost = new double[size];
            lower = new double[size];
            upper = new double[size];
            exposure = new double[rows][size];
        }

        void add(MandateUniverse universe, Mandate mandate) {
            double worth = mandate.capital() / universe.moneyUnit();
            double[] members = new double[size];
            for (int i = 0; i < mandate.size(); i++) {
                int asset = mandate.assets()[i];
                int at = filled + i;
                for (int j = 0; j < mandate.size(); j++) {
                    covariance[at][filled + j] =
                            worth * mandate.aversion() * universe.model().covariance(asset, mandate.assets()[j]);
                }
                expected[at] = worth * universe.expectedReturns()[asset];
                start[at] = mandate.start()[i];
                cost[at] = worth * mandate.costPerUnit();
                lower[at] = mandate.lower()[i];
                upper[at] = mandate.upper()[i];
                members[at] = 1;
                for (int e = universe.rows().first(asset); e < universe.rows().first(asset + 1); e++) {
                    exposure[universe.rows().row(e)][at] =
                            worth * universe.rows().perWeight(e);
                }
            }
            budgets.add(new GroupLimit("mandate", members, mandate.leastInvested(), mandate.mostInvested()));
            capital += worth;
            filled += mandate.size();
        }
    }
}
