package io.nqba.compute.kernel.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.testing.SeededTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class FlexibleBatchTest {
    private static final int MOST_ROUNDS = 300;

    @SeededTest(tries = 8)
    void boundAndValueEncloseTheOptimumOfTheDistrict(long seed) {
        List<FlexibleSite> sites = homes(seed, 2, 5);
        var limits = new SharedLimits(noCaps(5), 1.5, 100);

        CoordinationMaster master = finished(List.of(new FlexibleBatch(sites)), limits, 1e-3);

        double optimum = WholeProgram.districtMinimum(sites, limits);
        assertThat(master.bound()).isLessThanOrEqualTo(optimum + 1e-6 * Math.abs(optimum));
        assertThat(master.value()).isGreaterThanOrEqualTo(optimum - 1e-6 * Math.abs(optimum));
    }

    /** The more homes, the less it matters that each decides in whole steps. */
    @SeededTest(tries = 2)
    void aStreetClosesToAFewPerMille(long seed) {
        List<FlexibleSite> sites = homes(seed, 60, 24);

        CoordinationMaster master =
                finished(List.of(new FlexibleBatch(sites)), new SharedLimits(noCaps(24), 1.5, 100), 2e-3);

        assertThat(master.gap()).isLessThan(0.01);
    }

    @SeededTest(tries = 4)
    void theBestQuestionRepeatsTheBestValueWithWholePlans(long seed) {
        List<FlexibleSite> sites = homes(seed, 6, 12);
        var limits = new SharedLimits(noCaps(12), 1.5, 100);
        CoordinationMaster master = finished(List.of(new FlexibleBatch(sites)), limits, 1e-4);

        var batch = new FlexibleBatch(sites);
        double cost = 0;
        double[] usage = new double[12];
        for (int i = 0; i < sites.size(); i++) {
            SitePlan plan = batch.plan(i, master.best());
            FlexibleSite site = sites.get(i);
            for (int d = 0; d < site.loads().size(); d++) {
                assertThat(site.loads().get(d).allows(plan.loadKwh(d))).isTrue();
            }
            cost += plan.schedule().cost()
                    + site.problem().violationPrice() * plan.schedule().violationKwh();
            Arrays.setAll(usage, t -> usage[t] + plan.schedule().netKwh()[t]);
        }

        double peak = Math.max(0, Arrays.stream(usage).max().orElseThrow());
        assertThat(cost + 1.5 * peak).isCloseTo(master.value(), within(1e-9 * Math.abs(master.value())));
    }

    @SeededTest(tries = 3)
    void groupingOverNodesChangesNoBit(long seed) {
        List<FlexibleSite> sites = homes(seed, 5, 8);
        var limits = new SharedLimits(noCaps(8), 1.5, 100);
        List<FlexibleBatch> parts =
                List.of(new FlexibleBatch(sites.subList(0, 2)), new FlexibleBatch(sites.subList(2, 5)));
        List<FlexibleBatch> backwards =
                List.of(new FlexibleBatch(sites.subList(2, 5)), new FlexibleBatch(sites.subList(0, 2)));

        CoordinationMaster one = finished(parts, limits, 1e-3);
        CoordinationMaster other = finished(backwards, limits, 1e-3);

        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.bound()).isEqualTo(one.bound());
        assertThat(other.round()).isEqualTo(one.round());
    }

    /** Another coordinator, and other nodes, take over in the middle of a trial. */
    @SeededTest(tries = 3)
    void aMasterReadBackGoesOnWithTheSameBits(long seed) throws IOException, ClassNotFoundException {
        List<FlexibleSite> sites = homes(seed, 4, 8);
        var limits = new SharedLimits(noCaps(8), 1.5, 100);
        CoordinationMaster straight = finished(List.of(new FlexibleBatch(sites)), limits, 1e-3);

        var interrupted = new CoordinationMaster(limits, 1e-3);
        while (interrupted.goesOn() && interrupted.round() < MOST_ROUNDS) {
            interrupted = readBack(interrupted);
            Question question = interrupted.question();
            var sum = new AnswerSum(question);
            sum.add(new FlexibleBatch(sites).answer(question));
            interrupted.absorb(sum.total());
        }

        assertThat(interrupted.round()).isEqualTo(straight.round());
        assertThat(interrupted.value()).isEqualTo(straight.value());
        assertThat(interrupted.best().commitment()).isEqualTo(straight.best().commitment());
    }

    private static CoordinationMaster readBack(CoordinationMaster master) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(master);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CoordinationMaster) in.readObject();
        }
    }

    /** Nothing shared: one round, and what is then open is the sites' own. */
    @SeededTest(tries = 5)
    void sitesWithoutSharedLimitsNeedOneRound(long seed) {
        List<FlexibleSite> sites = homes(seed, 4, 10);

        CoordinationMaster master =
                finished(List.of(new FlexibleBatch(sites)), new SharedLimits(new double[0], 0, 100), 1e-9);

        assertThat(master.round()).isEqualTo(1);
        assertThat(master.bound()).isLessThanOrEqualTo(master.value() + 1e-9);
    }

    private static CoordinationMaster finished(List<FlexibleBatch> parts, SharedLimits limits, double targetGap) {
        var master = new CoordinationMaster(limits, targetGap);
        while (master.goesOn() && master.round() < MOST_ROUNDS) {
            Question question = master.question();
            var sum = new AnswerSum(question);
            for (FlexibleBatch part : parts) {
                sum.add(part.answer(question));
            }
            Answer total = sum.total();
            master.absorb(total);
        }
        assertThat(master.goesOn()).isFalse();
        return master;
    }

    private static List<FlexibleSite> homes(long seed, int count, int slots) {
        var random = new SplittableRandom(seed);
        var sites = new ArrayList<FlexibleSite>();
        for (int i = 0; i < count; i++) {
            sites.add(SampleLoads.home(random, slots));
        }
        return sites;
    }

    private static double[] noCaps(int rows) {
        double[] caps = new double[rows];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        return caps;
    }
}
