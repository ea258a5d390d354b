package io.nqba.compute.kernel.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NameLikenessTest {
    @Test
    void oneLetterTellsApart() {
        assertThat(NameLikeness.of("codehow", "codehow")).isEqualTo(1);
        assertThat(NameLikeness.of("codehow", "codehaw")).isEqualTo(1 - 1.0 / 7);
        assertThat(NameLikeness.of("codehow", "codehows")).isEqualTo(1 - 1.0 / 8);
        assertThat(NameLikeness.of("codehow", "odehow")).isEqualTo(1 - 1.0 / 7);
        assertThat(NameLikeness.of("codehow", "codheow")).isEqualTo(1 - 1.0 / 7);
        assertThat(NameLikeness.of("codehow", "codhewo")).isZero();
        assertThat(NameLikeness.of("codehow", "coedhwo")).isZero();
    }

    @Test
    void digitsAndShortNamesAreNotAlikeByChance() {
        assertThat(NameLikeness.of("forge500", "forge600")).isZero();
        assertThat(NameLikeness.of("forge500", "forgee500")).isPositive();
        assertThat(NameLikeness.of("abcd", "abce")).isZero();
        assertThat(NameLikeness.of("", "a")).isZero();
        String longName = "x".repeat(81);
        assertThat(NameLikeness.of(longName, longName)).isEqualTo(1);
        assertThat(NameLikeness.of(longName, longName + "y")).isZero();
    }

    @Test
    void namesAtMostOneEditApartShareASignatureAndOnlyTheyAreAlike() {
        SplittableRandom dice = new SplittableRandom(11);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            names.add(dice.ints(5 + dice.nextInt(3), 'a', 'd')
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .collect(Collectors.joining()));
        }
        for (String one : names) {
            for (String other : names) {
                boolean near = distance(one, other) <= 1;
                assertThat(NameLikeness.of(one, other) > 0)
                        .as("%s %s", one, other)
                        .isEqualTo(near);
                if (near) {
                    assertThat(LongStream.of(NameLikeness.signatures(one))
                                    .anyMatch(found -> LongStream.of(NameLikeness.signatures(other))
                                            .anyMatch(wanted -> wanted == found)))
                            .as("%s %s", one, other)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsSeenTwiceIsKnownInWhateverOrderPartsAreAdded() {
        SplittableRandom dice = new SplittableRandom(5);
        long[] numbers = dice.longs(10_000).toArray();
        int bits = SeenTwice.bitsFor(numbers.length);
        SeenTwice forth = new SeenTwice(bits);
        SeenTwice back = new SeenTwice(bits);
        for (int part = 0; part < 10; part++) {
            SeenTwice seen = new SeenTwice(bits);
            Arrays.stream(numbers, part * 1000, part * 1000 + 1000).forEach(seen::see);
            // Every hundredth stands in the next part as well.
            for (int i = 0; i < 10; i++) {
                seen.see(numbers[(part * 1000 + 1000 + 100 * i) % numbers.length]);
            }
            forth.add(seen);
        }
        LongStream.of(numbers).forEach(back::see);
        for (int i = 0; i < numbers.length; i += 100) {
            back.see(numbers[i]);
        }

        long alone = 0;
        for (int i = 0; i < numbers.length; i++) {
            assertThat(forth.maybe(numbers[i])).isEqualTo(back.maybe(numbers[i]));
            if (i % 100 == 0) {
                assertThat(forth.maybe(numbers[i])).isTrue();
            } else if (forth.maybe(numbers[i])) {
                alone++;
            }
        }
        assertThat(alone).as("taken along by chance").isLessThan(numbers.length / 4);
    }

    /** Letters to insert, remove, replace or swap with their neighbour: the slow way. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
