package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.revenue.Spells.Exit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CompetingRisksTest {
    private static final long START = 20_000;

    @Test
    void withoutOpenDealsItIsPlainShares() {
        var dice = new SplittableRandom(3);
        var spells = new Spells(SalesMonths.of(START), 12);
        int n = 500;
        int wonBy30 = 0;
        for (int i = 0; i < n; i++) {
            int days = dice.nextInt(120);
            boolean won = dice.nextInt(3) > 0;
            wonBy30 += won && days <= 30 ? 1 : 0;
            spells.add(START + i, START, START + i + days, won ? Exit.AHEAD : Exit.OUT);
        }

        CompetingRisks risks = spells.risks();

        double share = (double) wonBy30 / n;
        assertThat(risks.aheadBy(30)).isCloseTo(share, within(1e-12));
        assertThat(risks.variance(30)).isCloseTo(share * (1 - share) / n, within(1e-9));
        assertThat(risks.aheadBy(150) + risks.outBy(150)).isCloseTo(1, within(1e-12));
        Interval interval = risks.aheadBy(30, 0.95);
        assertThat(interval.low()).isCloseTo(share - 1.96 * Math.sqrt(share * (1 - share) / n), within(0.01));
        assertThat(interval.high()).isCloseTo(share + 1.96 * Math.sqrt(share * (1 - share) / n), within(0.01));
    }

    /** Five deals: won after 1 day, open after 1, lost after 2, won after 3, open after 4. */
    @Test
    void openDealsCountAsLongAsTheyWereSeen() {
        var spells = new Spells(SalesMonths.of(START), 12);
        spells.add(START, START, START + 1, Exit.AHEAD);
        spells.add(START, START, START + 1, Exit.OPEN);
        spells.add(START, START, START + 2, Exit.OUT);
        spells.add(START, START, START + 3, Exit.AHEAD);
        spells.add(START, START, START + 4, Exit.OPEN);

        CompetingRisks risks = spells.risks();

        // 1/5; then 4/5 left, 1/3 of them out; then 8/15 left, 1/2 of them ahead.
        assertThat(risks.aheadBy(1)).isCloseTo(0.2, within(1e-12));
        assertThat(risks.outBy(2)).isCloseTo(4.0 / 15, within(1e-12));
        assertThat(risks.aheadBy(4)).isCloseTo(0.2 + 4.0 / 15, within(1e-12));
        assertThat(risks.stayingAfter(4)).isCloseTo(4.0 / 15, within(1e-12));
        assertThat(risks.aheadAfter(2)).isCloseTo(0.5, within(1e-12));
        assertThat(risks.medianDays(0.8).value()).isEqualTo(3);
    }

    @Test
    void aBookThatBeginsInTheMiddleMakesNobodyQuicker() {
        // Everybody wins after 1 to 100 days; who won before day 50 of the calendar was never written down.
        var dice = new SplittableRandom(11);
        var cut = new Spells(SalesMonths.of(START), 12);
        for (int i = 0; i < 20_000; i++) {
            long start = START + dice.nextInt(100);
            long end = start + 1 + dice.nextInt(100);
            if (end >= START + 50) {
                cut.add(start, START + 50, end, Exit.AHEAD);
            }
        }

        assertThat(cut.risks().medianDays(0.8).value()).isBetween(49.0, 51.0);
        assertThat(cut.risks().aheadBy(25)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void theMedianLiesInItsIntervalAsOftenAsPromised() {
        var dice = new SplittableRandom(5);
        int held = 0;
        int books = 300;
        for (int book = 0; book < books; book++) {
            var spells = new Spells(SalesMonths.of(START), 12);
            for (int i = 0; i < 80; i++) {
                long days = dice.nextInt(100);
                long seen = dice.nextInt(30, 130);
                spells.add(
                        START,
                        START,
                        START + Math.min(days, seen),
                        days > seen ? Exit.OPEN : dice.nextBoolean() ? Exit.AHEAD : Exit.OUT);
            }
            Interval median = spells.risks().medianDays(0.8);
            held += median.low() <= 49 && median.high() >= 49 ? 1 : 0;
        }

        assertThat((double) held / books).isBetween(0.74, 0.92);
    }

    @Test
    void nothingIsKnownOfNothing() {
        CompetingRisks none = new Spells(SalesMonths.of(START), 1).risks();

        assertThat(none.aheadBy(3)).isNaN();
        assertThat(none.medianDays(0.8).value()).isNaN();
        assertThat(none.medianDaysAhead()).isNaN();
        assertThat(none.aheadBy(3, 0.8)).isEqualTo(Interval.UNKNOWN);
    }
}
