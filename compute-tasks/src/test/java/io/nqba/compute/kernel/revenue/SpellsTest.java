package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.revenue.Spells.Exit;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpellsTest {
    private static final List<Exit> EXITS = List.of(Exit.values());
    private static final long START = LocalDate.of(2026, 1, 20).toEpochDay();
    private static final int MONTHS = 40;

    @Test
    void countsAreThoseOfLookingAtEveryDay() {
        var dice = new SplittableRandom(7);
        int firstMonth = SalesMonths.of(START);
        var spells = new Spells(firstMonth, MONTHS);
        long[][][] slow = new long[3][MONTHS][AgeBins.COUNT];
        for (int i = 0; i < 400; i++) {
            long start = START + dice.nextInt(300);
            long watched = START + dice.nextInt(200);
            long end = start + dice.nextInt(i % 10 == 0 ? 700 : 200);
            Exit exit = EXITS.get(dice.nextInt(3));
            spells.add(start, watched, end, exit);
            for (long day = Math.max(start, watched); day <= end; day++) {
                slow[0][SalesMonths.of(day) - firstMonth][AgeBins.of(day - start)]++;
            }
            if (exit != Exit.OPEN && end >= watched) {
                slow[exit == Exit.AHEAD ? 1 : 2][SalesMonths.of(end) - firstMonth][AgeBins.of(end - start)]++;
            }
        }

        for (int month = 0; month < MONTHS; month++) {
            for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                assertThat(new long[] {
                            spells.exposure(firstMonth + month, bin),
                            spells.ahead(firstMonth + month, bin),
                            spells.out(firstMonth + month, bin)
                        })
                        .containsExactly(slow[0][month][bin], slow[1][month][bin], slow[2][month][bin]);
            }
        }
    }

    @Test
    void groupsAddUpToTheWhole() {
        int month = SalesMonths.of(START);
        var whole = new Spells(month, 6);
        var left = new Spells(month, 6);
        var right = new Spells(month, 6);
        for (int i = 0; i < 90; i++) {
            Exit exit = EXITS.get(i % 3);
            whole.add(START + i, START, START + 2L * i, exit);
            (i % 2 == 0 ? left : right).add(START + i, START, START + 2L * i, exit);
        }
        left.add(right);

        assertThat(left.exits(Exit.AHEAD)).isEqualTo(whole.exits(Exit.AHEAD)).isEqualTo(30);
        assertThat(left.exits(Exit.OPEN)).isEqualTo(whole.exits(Exit.OPEN)).isEqualTo(30);
        for (int m = 0; m < 6; m++) {
            for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                assertThat(left.exposure(month + m, bin)).isEqualTo(whole.exposure(month + m, bin));
            }
        }
    }

    @Test
    void binsMeetWithoutAGap() {
        for (int bin = 1; bin < AgeBins.COUNT; bin++) {
            assertThat(AgeBins.firstDay(bin)).isEqualTo(AgeBins.firstDay(bin - 1) + AgeBins.days(bin - 1));
            assertThat(AgeBins.of(AgeBins.firstDay(bin))).isEqualTo(bin);
            assertThat(AgeBins.of(AgeBins.firstDay(bin) - 1)).isEqualTo(bin - 1);
        }
        assertThat(AgeBins.of(100_000)).isEqualTo(AgeBins.COUNT - 1);
        assertThat(AgeBins.of(-1)).isZero();
    }
}
