package io.nqba.compute.kernel.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.storage.DistrictProgram;
import io.nqba.compute.kernel.storage.SampleSites;
import io.nqba.compute.kernel.storage.SiteBatch;
import io.nqba.compute.kernel.storage.SiteProblem;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CoordinationMasterTest {
    private static final double GAP = 1e-5;
    private static final int MOST_ROUNDS = 120;

    @SeededTest(tries = 25)
    void valueAndBoundCloseOnTheLinearProgramme(long seed) {
        var random = new SplittableRandom(seed);
        List<SiteProblem> sites = homes(random, 1 + random.nextInt(5), 1 + random.nextInt(12));
        SharedLimits limits = new SharedLimits(noCaps(sites), random.nextDouble(3), 100);

        CoordinationMaster master = closed(sites, limits);

        double optimum = DistrictProgram.districtMinimum(sites, limits);
        assertThat(master.gap()).isLessThanOrEqualTo(GAP);
        assertThat(master.bound()).isLessThanOrEqualTo(optimum + 1e-7 * Math.abs(optimum));
        assertThat(master.value()).isGreaterThanOrEqualTo(optimum - 1e-7 * Math.abs(optimum));
    }

    /** Caps between what the sites would do alone and nothing at all: some can be kept, some cannot. */
    @SeededTest(tries = 25)
    void capsAreKeptWhereTheyCanBeAndTheRestIsMeasured(long seed) {
        var random = new SplittableRandom(seed);
        List<SiteProblem> sites = homes(random, 1 + random.nextInt(5), 4 + random.nextInt(8));
        double[] caps = noCaps(sites);
        caps[1] = sites.size() * random.nextDouble(-2, 2);
        caps[3] = sites.size() * random.nextDouble(-2, 2);
        SharedLimits limits = new SharedLimits(caps, random.nextBoolean() ? 1 : 0, 20);

        CoordinationMaster master = closed(sites, limits);

        double optimum = DistrictProgram.districtMinimum(sites, limits);
        assertThat(master.gap()).isLessThanOrEqualTo(GAP);
        assertThat(master.bound()).isLessThanOrEqualTo(optimum + 1e-7 * Math.abs(optimum));
        assertThat(master.value()).isGreaterThanOrEqualTo(optimum - 1e-7 * Math.abs(optimum));
    }

    @SeededTest(tries = 10)
    void boundNeverPassesTheOptimumAndValueNeverUndercutsIt(long seed) {
        var random = new SplittableRandom(seed);
        List<SiteProblem> sites = homes(random, 3, 8);
        SharedLimits limits = new SharedLimits(noCaps(sites), 2, 100);
        double optimum = DistrictProgram.districtMinimum(sites, limits);
        SiteBatch batch = new SiteBatch(sites);
        CoordinationMaster master = new CoordinationMaster(limits, 1e-9);

        for (int round = 0; round < 40; round++) {
            master.absorb(answer(batch, master.question()));

            assertThat(master.bound()).isLessThanOrEqualTo(optimum + 1e-8 * Math.abs(optimum));
            assertThat(master.value()).isGreaterThanOrEqualTo(optimum - 1e-8 * Math.abs(optimum));
        }
    }

    @SeededTest(tries = 10)
    void aMasterReadBackGoesOnWithTheSameBits(long seed) throws Exception {
        List<SiteProblem> sites = homes(new SplittableRandom(seed), 3, 10);
        SharedLimits limits = new SharedLimits(noCaps(sites), 1.5, 100);
        SiteBatch batch = new SiteBatch(sites);
        CoordinationMaster straight = new CoordinationMaster(limits, 1e-9);
        CoordinationMaster interrupted = new CoordinationMaster(limits, 1e-9);

        for (int round = 0; round < 20; round++) {
            straight.absorb(answer(batch, straight.question()));
            interrupted = readBack(interrupted);
            interrupted.absorb(answer(new SiteBatch(sites), interrupted.question()));
        }

        assertThat(interrupted.question().price()).isEqualTo(straight.question().price());
        assertThat(interrupted.value()).isEqualTo(straight.value());
        assertThat(interrupted.bound()).isEqualTo(straight.bound());
    }

    @SeededTest(tries = 5)
    void bestQuestionRepeatsTheBestValue(long seed) {
        List<SiteProblem> sites = homes(new SplittableRandom(seed), 4, 12);
        SharedLimits limits = new SharedLimits(noCaps(sites), 1.5, 100);

        CoordinationMaster master = closed(sites, limits);

        Answer again = answer(new SiteBatch(sites), master.best());
        double peak = Math.max(0, Arrays.stream(again.usage()).max().orElseThrow());
        assertThat(peak).isEqualTo(master.peak());
        assertThat(again.cost() + limits.peakCharge() * peak).isEqualTo(master.value());
    }

    @SeededTest(tries = 5)
    void peakPricesUseUpThePeakCharge(long seed) {
        List<SiteProblem> sites = homes(new SplittableRandom(seed), 4, 12);

        CoordinationMaster master = closed(sites, new SharedLimits(noCaps(sites), 1.5, 100));

        assertThat(Arrays.stream(master.peakPrice()).sum()).isCloseTo(1.5, within(0.01));
        assertThat(master.capPrice()).containsOnly(0);
    }

    /** More rows than are priced from the start: those that come near the peak are adopted on the way. */
    @Test
    void windowOfMoreThanAThousandRowsClosesToo() {
        List<SiteProblem> sites = homes(new SplittableRandom(5), 2, 1100);
        SharedLimits limits = new SharedLimits(noCaps(sites), 3, 100);
        SiteBatch batch = new SiteBatch(sites);
        CoordinationMaster master = new CoordinationMaster(limits, 1e-3);

        run(master, question -> answer(batch, question));

        assertThat(master.gap()).isLessThanOrEqualTo(1e-3);
        assertThat(master.question().active()).hasSizeBetween(400, 1099);
    }

    @Test
    void onlyCappedRowsAreActiveWhereThePeakIsFree() {
        List<SiteProblem> sites = homes(new SplittableRandom(6), 2, 2000);
        double[] caps = noCaps(sites);
        caps[700] = -3;
        CoordinationMaster master = closed(sites, new SharedLimits(caps, 0, 100));

        assertThat(master.gap()).isLessThanOrEqualTo(GAP);
        assertThat(master.best().active()).containsExactly(700);
    }

    @Test
    void nothingSharedIsClosedAfterOneRound() {
        List<SiteProblem> sites = homes(new SplittableRandom(1), 4, 24);

        CoordinationMaster master = closed(sites, new SharedLimits(noCaps(sites), 0, 100));

        assertThat(master.round()).isOne();
        assertThat(master.value()).isCloseTo(master.bound(), within(1e-9));
        assertThat(master.aloneValue()).isEqualTo(master.value());
    }

    /** Another unit: items that choose a level x in 0..1 at cost a·x²/2 − b·x. Nothing in the master knows about energy. */
    @SeededTest(tries = 10)
    void quadraticMandatesCloseThroughTheSameMaster(long seed) {
        var random = new SplittableRandom(seed);
        QuadraticMandates mandates = new QuadraticMandates(random, 40, 5);
        double[] caps = new double[5];
        Arrays.fill(caps, 3);
        CoordinationMaster master = new CoordinationMaster(new SharedLimits(caps, 0.2, 50), GAP);

        run(master, mandates::answer);

        assertThat(master.gap()).isLessThanOrEqualTo(GAP);
        assertThat(master.overCap()).isLessThan(1e-3);
    }

    @Test
    void answerToAnotherQuestionIsRefused() {
        CoordinationMaster master = new CoordinationMaster(new SharedLimits(new double[3], 1, 100), GAP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> master.absorb(new Answer(1, 0, 0, 0, new double[2], null)))
                .withMessage("The answer (2 rows) must answer the present question (3 rows).");
    }

    private static CoordinationMaster closed(List<SiteProblem> sites, SharedLimits limits) {
        SiteBatch batch = new SiteBatch(sites);
        CoordinationMaster master = new CoordinationMaster(limits, GAP);
        run(master, question -> answer(batch, question));
        return master;
    }

    private static void run(CoordinationMaster master, Function<Question, Answer> subproblems) {
        while (!master.closed() && master.round() < MOST_ROUNDS) {
            master.absorb(subproblems.apply(master.question()));
        }
    }

    private static Answer answer(SiteBatch batch, Question question) {
        AnswerSum sum = new AnswerSum(question);
        sum.add(batch.answer(question));
        return sum.total();
    }

    private static List<SiteProblem> homes(SplittableRandom random, int count, int slots) {
        List<SiteProblem> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sites.add(
                    random.nextBoolean()
                            ? SampleSites.any(random, slots)
                            : SampleSites.home(random, slots, SampleSites.battery()));
        }
        return sites;
    }

    private static double[] noCaps(List<SiteProblem> sites) {
        double[] caps = new double[sites.get(0).slots()];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        return caps;
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
}
