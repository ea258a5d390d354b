package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.revenue.Spells.Exit;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deals drawn from known chances: 1 % a day to be won, 2 % in the last month of a quarter; 1 % to be lost. */
class DealHazardsTest {
    private static final long START = LocalDate.of(2025, 1, 1).toEpochDay();
    private static final int FIRST = SalesMonths.of(START);
    private static final int UNTIL = FIRST + 18;
    private static final long LAST = SalesMonths.firstDay(UNTIL) - 1;
    private static final double[] PLAIN = {1, 1};

    @SuppressWarnings("NullAway.Init")
    private static Spells spells;

    @SuppressWarnings("NullAway.Init")
    private static DealHazards learnt;

    @BeforeAll
    static void learn() {
        spells = drawn(30_000, 1, 41);
        learnt = DealHazards.fit(spells, UNTIL);
    }

    private static Spells drawn(int deals, double more, long seed) {
        var dice = new SplittableRandom(seed);
        var drawn = new Spells(FIRST, 24);
        for (int i = 0; i < deals; i++) {
            long start = START + dice.nextInt((int) (LAST - START));
            long day = start;
            Exit exit = Exit.OPEN;
            while (exit == Exit.OPEN && day < LAST) {
                double lot = dice.nextDouble();
                double wins = more * (SalesMonths.ofQuarter(SalesMonths.of(day)) == 2 ? 0.02 : 0.01);
                exit = lot < wins ? Exit.AHEAD : lot < wins + 0.01 ? Exit.OUT : Exit.OPEN;
                day += exit == Exit.OPEN ? 1 : 0;
            }
            drawn.add(start, START, day, exit);
        }
        return drawn;
    }

    @Test
    void chancesAreThoseThatDealsWereDrawnFrom() {
        long[] from = {LAST + 1, LAST + 1};
        long[] to = {LAST + 30, LAST + 90};

        double[] young = learnt.wonWithin(LAST, 10, PLAIN, from, to);

        // July and August 2026 at 1 % each, September at 2 %; losses 1 %.
        assertThat(young[0]).isCloseTo(exact(30), within(0.02));
        assertThat(young[1]).isCloseTo(exact(90), within(0.02));
    }

    @Test
    void whatAnAgeDoesInOneMonthOfTheQuarterAloneIsSeen() {
        // Old deals close in the last month of a quarter only, new ones in its first.
        var drawn = new Spells(FIRST, 24);
        for (int i = 0; i < 6_000; i++) {
            long start = START + i % 365;
            boolean quick = SalesMonths.ofQuarter(SalesMonths.of(start)) == 0 && i % 2 == 0;
            long end = quick ? start + 5 : SalesMonths.lastDay(SalesMonths.of(start + 60) / 3 * 3 + 2) - i % 25;
            drawn.add(start, START, end, Exit.AHEAD);
        }
        DealHazards hazards = DealHazards.fit(drawn, UNTIL);
        long[] from = {LAST + 1};
        long[] to = {LAST + 31};

        double old = hazards.wonWithin(LAST, 62, PLAIN, from, to)[0];
        double fresh = hazards.wonWithin(LAST, -1, PLAIN, from, to)[0];

        assertThat(old).isLessThan(0.12);
        assertThat(fresh).isGreaterThan(0.3);
    }

    private static double exact(int days) {
        double open = 1;
        double won = 0;
        for (int d = 1; d <= days; d++) {
            double wins = SalesMonths.ofQuarter(SalesMonths.of(LAST + d)) == 2 ? 0.02 : 0.01;
            won += open * wins;
            open *= 1 - wins - 0.01;
        }
        return won;
    }

    @Test
    void stretchesThatMeetAddUp() {
        double[] won =
                learnt.wonWithin(LAST, 25, PLAIN, new long[] {LAST + 1, LAST + 1, LAST + 32, LAST + 63}, new long[] {
                    LAST + 92, LAST + 31, LAST + 62, LAST + 92
                });

        assertThat(won[1] + won[2] + won[3]).isCloseTo(won[0], within(1e-12));
    }

    @Test
    void aProductThatWinsMoreIsSeenAndASmallOneHardlyBelieved() {
        double[] strong = learnt.factors(drawn(4_000, 1.5, 43), UNTIL);
        double[] small = learnt.factors(drawn(4, 1.5, 44), UNTIL);

        assertThat(strong[0]).isCloseTo(1.5, within(0.12));
        assertThat(strong[1]).isCloseTo(1, within(0.1));
        assertThat(small[0]).isCloseTo(1, within(0.25));
        assertThat(DealHazards.leaning(0, 0)).isEqualTo(1);
    }

    @Test
    void expectedWinsOfAllMonthsAreThoseThatCame() {
        double expected = 0;
        long seen = 0;
        for (int month = FIRST; month < UNTIL; month++) {
            expected += learnt.expectedAhead(spells, month);
            seen += spells.aheadIn(month);
        }

        assertThat(expected).isCloseTo((double) seen, within(0.01 * seen));
    }

    @Test
    void otherRatesMoveTheChancesAsTheySay() {
        long[] from = {LAST + 1};
        long[] to = {LAST + 2_000};
        double before = learnt.wonWithin(LAST, 0, PLAIN, from, to)[0];
        double half = learnt.changed(0.5, 1).wonWithin(LAST, 0, PLAIN, from, to)[0];
        long[] soon = {LAST + 20};
        double slow = learnt.wonWithin(LAST, 0, PLAIN, from, soon)[0];
        double quick = learnt.changed(1, 2).wonWithin(LAST, 0, PLAIN, from, soon)[0];

        assertThat(half).isCloseTo(before / 2, within(1e-9));
        assertThat(quick / slow).isBetween(1.6, 2.0);
        assertThat(learnt.changed(1, 1).wonWithin(LAST, 0, PLAIN, from, to)[0]).isEqualTo(before);
    }

    @Test
    void dealsOfEachDayAddUpToDealsOneADay() {
        long[] from = {LAST + 1};
        long[] to = {LAST + 60};
        double sum = 0;
        for (int d = 0; d < 60; d++) {
            sum += learnt.wonWithin(LAST + d, -1, PLAIN, from, to)[0];
        }

        assertThat(learnt.wonOfOneADay(LAST, PLAIN, from, to)[0]).isCloseTo(sum, within(1e-9));
    }

    @Test
    void dealsOlderThanAnyThatClosedAreNearlyDead() {
        var quick = new Spells(FIRST, 24);
        for (int i = 0; i < 2_000; i++) {
            quick.add(START + i % 300, START, START + i % 300 + i % 60, i % 2 == 0 ? Exit.AHEAD : Exit.OUT);
            quick.add(START, START, LAST, Exit.OPEN);
        }

        double old = DealHazards.fit(quick, UNTIL)
                .wonWithin(LAST, 400, PLAIN, new long[] {LAST + 1}, new long[] {LAST + 90})[0];

        assertThat(old).isLessThan(0.001);
    }
}
