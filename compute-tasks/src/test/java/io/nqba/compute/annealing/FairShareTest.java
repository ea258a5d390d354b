package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.annealing.FairShare.Claim;
import io.nqba.compute.annealing.FairShare.Tenant;
import io.nqba.testing.SeededTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {
    /** Workers that run for one unit of time, give way, and queue again. */
    private static double[] used(int cores, int[] weights, int claimsEach, int ticks) {
        var share = new FairShare(cores);
        List<Claim> running = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        List<Claim> all = new ArrayList<>();
        for (int tenant = 0; tenant < weights.length; tenant++) {
            var one = new Tenant(weights[tenant]);
            for (int k = 0; k < claimsEach; k++) {
                var claim = new Claim(one);
                all.add(claim);
                owner.add(tenant);
                if (share.request(claim)) {
                    running.add(claim);
                }
            }
        }
        double[] used = new double[weights.length];
        for (int tick = 0; tick < ticks; tick++) {
            for (Claim claim : List.copyOf(running)) {
                used[owner.get(all.indexOf(claim))]++;
                Claim next = share.rotate(claim, 1);
                if (next != null) {
                    running.remove(claim);
                    running.add(next);
                }
            }
        }
        return used;
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 1", "2, 9, 1", "4, 5, 5", "4, 9, 3", "3, 7, 2"})
    void coreTimeIsInProportionToWeights(int cores, int heavy, int light) {
        double[] used = used(cores, new int[] {heavy, light}, cores, 10_000);

        assertThat(used[0] + used[1]).isEqualTo(10_000.0 * cores);
        assertThat(used[0] / used[1]).isCloseTo((double) heavy / light, within(0.02 * heavy / light));
    }

    @SeededTest(tries = 20)
    void anyNumberOfTenantsGetTheirShares(long seed) {
        var random = new SplittableRandom(seed);
        int[] weights = random.ints(2 + random.nextInt(5), 1, 10).toArray();
        int cores = 1 + random.nextInt(4);

        double[] used = used(cores, weights, cores, 20_000);

        double perWeight = 20_000.0 * cores / Arrays.stream(weights).sum();
        for (int tenant = 0; tenant < weights.length; tenant++) {
            assertThat(used[tenant])
                    .isCloseTo(perWeight * weights[tenant], within(0.02 * perWeight * weights[tenant] + 10));
        }
    }

    @Test
    void aLoneTenantKeepsItsCore() {
        var share = new FairShare(1);
        var claim = new Claim(new Tenant(1));

        assertThat(share.request(claim)).isTrue();
        assertThat(share.rotate(claim, 1_000)).isNull();
        assertThat(share.release(claim, 1)).isNull();
        assertThat(share.running()).isZero();
    }

    @Test
    void nobodySavesUpTimeByStayingAway() {
        var share = new FairShare(1);
        var here = new Claim(new Tenant(1));
        var late = new Claim(new Tenant(1));
        share.request(here);
        share.rotate(here, 1_000_000);
        share.request(late);
        int turnsOfLate = 0;
        Claim running = here;
        for (int turn = 0; turn < 100; turn++) {
            turnsOfLate += running == late ? 1 : 0;
            Claim next = share.rotate(running, 10);
            running = next == null ? running : next;
        }

        assertThat(turnsOfLate).isBetween(45, 55);
    }

    @Test
    void aClaimThatIsTakenBackGetsNoCore() {
        var share = new FairShare(1);
        var first = new Claim(new Tenant(1));
        var second = new Claim(new Tenant(1));
        share.request(first);
        share.request(second);

        share.withdraw(second);

        assertThat(share.release(first, 1)).isNull();
        assertThat(share.waiting()).isZero();
    }

    /**
     * All interleavings of three workers of two tenants, each of which asks, gives way twice and leaves, on one core and on two. The lock
     * of {@link CoreSlots} makes every step whole, so these are all that threads can do.
     */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void inNoInterleavingIsACoreLostOrGivenTwice(int cores) {
        Deque<List<Integer>> open = new ArrayDeque<>();
        open.add(List.of());
        int complete = 0;
        while (!open.isEmpty()) {
            List<Integer> schedule = open.removeLast();
            Set<Integer> able = replay(cores, schedule);
            if (able.isEmpty()) {
                complete++;
            }
            for (int worker : able) {
                List<Integer> longer = new ArrayList<>(schedule);
                longer.add(worker);
                open.add(longer);
            }
        }

        assertThat(complete).isGreaterThan(cores == 1 ? 50 : 1_000);
    }

    private static final int STEPS = 4;

    /** Plays a schedule, checks the invariants after each step, and returns the workers that can make one more. */
    private static Set<Integer> replay(int cores, List<Integer> schedule) {
        var share = new FairShare(cores);
        var heavy = new Tenant(3);
        List<Claim> claims = List.of(new Claim(heavy), new Claim(heavy), new Claim(new Tenant(1)));
        int[] step = new int[claims.size()];
        for (int worker : schedule) {
            Claim claim = claims.get(worker);
            switch (step[worker]++) {
                case 0 -> share.request(claim);
                case STEPS - 1 -> share.release(claim, 2);
                default -> share.rotate(claim, 2);
            }
            assertThat(share.running()).isLessThanOrEqualTo(cores);
            assertThat(share.waiting() == 0 || share.running() == cores)
                    .as("nobody waits beside a free core")
                    .isTrue();
        }
        Set<Integer> able = new HashSet<>();
        boolean unfinished = false;
        for (int worker = 0; worker < step.length; worker++) {
            unfinished |= step[worker] < STEPS;
            if (step[worker] == 0 || (step[worker] < STEPS && share.runs(claims.get(worker)))) {
                able.add(worker);
            }
        }
        assertThat(unfinished && able.isEmpty()).as("somebody can always go on").isFalse();
        return able;
    }
}
