package io.nqba.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.Figures;
import io.nqba.console.page.ProofStrip;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The server draws the strip once, the browser each time it moves: they must not tell two stories. */
class StripTwinIT {
    private static final int CASES = 100;
    private static final long SEED = 20_261_121;

    @Test
    void browserAndServerSayTheSame() {
        Random dice = new Random(SEED);
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");
            for (int i = 0; i < CASES; i++) {
                double bound = 1_000 * dice.nextDouble() - 50;
                double value = bound + Math.pow(10, 3 - 9 * dice.nextDouble());
                double baseline = value + 500 * dice.nextDouble() - 50;
                ProofStrip strip =
                        new ProofStrip("", "Cost", "USD", "no battery", baseline, value, bound, List.of(), true);

                Object said = visit.page().evaluate("""
                                async ([baseline, value, bound]) => {
                                  const strip = await import('/js/proof-strip.js');
                                  return strip.sentence(
                                      { measure: 'Cost', currency: 'USD', baselineName: 'no battery' },
                                      { baseline, value, bound });
                                }
                                """, List.of(baseline, value, bound));

                assertThat(said).as("case %d of seed %d", i, SEED).isEqualTo(strip.sentence());
            }
        }
    }

    @Test
    void sizesAndTimesAreWrittenAlike() {
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");
            for (long count : new long[] {0, 1023, 1024, 10_240, 5L << 20, 123L << 30}) {
                assertThat(inBrowser(visit, "bytes", count)).isEqualTo(Figures.bytes(count));
            }
            for (long millis : new long[] {0, 999, 1_000, 59_949, 61_000, 3_599_000, 7_260_000}) {
                assertThat(inBrowser(visit, "duration", millis)).isEqualTo(Figures.duration(Duration.ofMillis(millis)));
            }
        }
    }

    private static Object inBrowser(Visit visit, String function, long argument) {
        return visit.page()
                .evaluate(
                        "async ([name, value]) => (await import('/js/format.js'))[name](value)",
                        List.of(function, (double) argument));
    }
}
