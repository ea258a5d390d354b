package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeenIntervalsTest {
    @SeededTest
    void agreesWithASortedSetInAnyOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SeenIntervals seen = new SeenIntervals();
        TreeSet<Long> stored = new TreeSet<>();
        TreeSet<Long> any = new TreeSet<>();
        long centre = random.nextLong(1_000_000);

        for (int line = 2; line < 400; line++) {
            long interval = centre + random.nextLong(-300, 300) * (random.nextInt(50) == 0 ? 20 : 1);
            if (random.nextInt(5) == 0) {
                seen.refuse(interval, line);
            } else {
                assertThat(seen.store(interval, line)).isEqualTo(stored.add(interval));
            }
            any.add(interval);
        }

        List<Long> missing = new ArrayList<>();
        seen.forEachGap((first, end, line) -> {
            assertThat(line).isBetween(2L, 399L);
            for (long interval = first; interval < end; interval++) {
                missing.add(interval);
            }
        });
        List<Long> expected = new ArrayList<>();
        for (long interval = any.first(); interval < any.last(); interval++) {
            if (!any.contains(interval)) {
                expected.add(interval);
            }
        }
        assertThat(missing).isEqualTo(expected);
    }

    @Test
    void aGapNamesTheLineAfterIt() {
        SeenIntervals seen = new SeenIntervals();
        seen.store(10, 2);
        seen.store(11, 3);
        seen.store(15, 4);
        seen.store(16, 5);

        List<String> gaps = new ArrayList<>();
        seen.forEachGap((first, end, line) -> gaps.add("%d-%d at %d".formatted(first, end, line)));

        assertThat(gaps).containsExactly("12-15 at 4");
    }

    @Test
    void nothingSeenHasNoGap() {
        new SeenIntervals().forEachGap((first, end, line) -> {
            throw new AssertionError("gap at " + first);
        });
    }
}
