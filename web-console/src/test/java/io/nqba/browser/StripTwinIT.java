package io.nqba.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.Figures;
import io.nqba.console.page.ProofStrip;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The server draws the strip once, the browser each time it moves: they must not tell two stories. */
class StripTwinIT {
    private static final int CASES = 100;
    private static final long SEED = 20_261_121;

    private record Case(ObjectiveSense sense, String unit, double baseline, double value, double bound) {
        ProofStrip strip() {
            return new ProofStrip("", "Value", sense, unit, "no battery", baseline, value, bound, List.of(), true);
        }
    }

    @Test
    void browserAndServerSayTheSame() {
        Random dice = new Random(SEED);
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");
            for (int i = 0; i < CASES; i++) {
                Case one = any(dice);

                Object said = visit.page()
                        .evaluate(
                                """
                                async ([sense, unit, baseline, value, bound]) => {
                                  const strip = await import('/js/proof-strip.js');
                                  const figures = { baseline, value, bound: bound ?? NaN };
                                  return strip.sentence(
                                          { measure: 'Value', sense, unit, baselineName: 'no battery' }, figures)
                                      + ' ' + strip.position(sense, figures).toFixed(6);
                                }
                                """,
                                Arrays.asList(one.sense().name(), one.unit(), one.baseline(), one.value(), known(one)));

                ProofStrip strip = one.strip();
                assertThat(said)
                        .as("case %d of seed %d: %s", i, SEED, one)
                        .isEqualTo(strip.sentence() + String.format(Locale.ROOT, " %.6f", strip.filled()));
            }
        }
    }

    /** Before the first answer, and where there will be none. */
    @Test
    void browserAndServerSayTheSameWithoutAValue() {
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");
            for (String ending : List.of("", "No answer: the run failed. The prices are gone. Load them again.")) {
                ProofStrip strip = new ProofStrip(
                        "",
                        "Value",
                        ObjectiveSense.MINIMISE,
                        "USD",
                        "",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        List.of(),
                        ending.isEmpty(),
                        ending);

                Object said = visit.page().evaluate("""
                                async (ending) => {
                                  const strip = await import('/js/proof-strip.js');
                                  const given = { measure: 'Value', sense: 'MINIMISE', unit: 'USD', baselineName: '' };
                                  return strip.sentence(ending ? { ...given, ending } : given,
                                      { baseline: NaN, value: NaN, bound: NaN });
                                }
                                """, ending);

                assertThat(said).isEqualTo(strip.sentence());
                assertThat(strip.sentence())
                        .isEqualTo(ending.isEmpty() ? "No answer yet: the first round brings one." : ending);
            }
        }
    }

    private static @Nullable Double known(Case one) {
        return Double.isFinite(one.bound()) ? one.bound() : null;
    }

    /** Costs that fall, incomes, cuts that rise, energies below zero; some without a bound. */
    private static Case any(Random dice) {
        ObjectiveSense sense = dice.nextBoolean() ? ObjectiveSense.MINIMISE : ObjectiveSense.MAXIMISE;
        int way = sense == ObjectiveSense.MINIMISE ? 1 : -1;
        double bound = 1_000 * dice.nextDouble() - (dice.nextBoolean() ? 50 : 950);
        double value = bound + way * Math.pow(10, 3 - 9 * dice.nextDouble());
        double baseline = value + way * (500 * dice.nextDouble() - 50);
        double proven = dice.nextInt(8) == 0 ? Double.NaN : bound;
        return switch (dice.nextInt(3)) {
            case 0 -> new Case(sense, "USD", baseline, value, proven);
            case 1 -> new Case(sense, "points", baseline, value, proven);
            default -> new Case(sense, "", Math.rint(1e4 * baseline), Math.rint(1e4 * value), Math.rint(1e4 * proven));
        };
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
