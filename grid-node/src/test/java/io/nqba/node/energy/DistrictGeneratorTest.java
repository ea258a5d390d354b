package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.MeterReading;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures named here were measured on the 17 homes and 8,760 hours of the CityLearn 2022 set (November 2026). */
class DistrictGeneratorTest {
    private static final int SITES = 200;
    private static final int HOURS = 8_760;
    private static final DistrictRecipe RECIPE = DistrictRecipe.of("sample", "Sample", SITES, 7);
    private static final Instant START =
            LocalDate.of(2025, 8, 1).atStartOfDay(RECIPE.zone()).toInstant();

    private static final DistrictGenerator GENERATOR = new DistrictGenerator(RECIPE);
    private static final double[][] LOAD = new double[SITES][HOURS];
    private static final double[][] SOLAR = new double[SITES][HOURS];

    @BeforeAll
    static void generateOneYear() {
        IntStream.range(0, SITES).parallel().forEach(site -> {
            Function<Instant, MeterReading> meter = GENERATOR.meter(site);
            for (int hour = 0; hour < HOURS; hour++) {
                MeterReading reading = meter.apply(at(hour));
                LOAD[site][hour] = reading.loadKwh();
                SOLAR[site][hour] = reading.solarKwh();
            }
        });
    }

    @Test
    void aHomeUsesOneKilowattOnAverage() {
        assertThat(mean(LOAD, hour -> true)).isCloseTo(1.139, withPercentage(6));
    }

    @Test
    void solarMakesThreeFifthsOfTheLoad() {
        double share = mean(SOLAR, hour -> true) / mean(LOAD, hour -> true);
        assertThat(share).isCloseTo(0.610, withPercentage(8));
    }

    @Test
    void hourlyUseIsAsRestlessAsInRealHomes() {
        double mean = Arrays.stream(LOAD)
                .mapToDouble(DistrictGeneratorTest::relativeDeviation)
                .average()
                .orElseThrow();
        assertThat(mean).as("standard deviation over mean, median home").isCloseTo(0.82, withPercentage(15));
    }

    @Test
    void summerTakesFarMoreThanSpring() {
        double ratio = mean(LOAD, hour -> hour.getMonthValue() == 7) / mean(LOAD, hour -> hour.getMonthValue() == 4);
        assertThat(ratio).as("July over April").isCloseTo(1.78, withPercentage(15));
    }

    @Test
    void juneSunIsMoreThanTwiceDecemberSun() {
        double ratio = mean(SOLAR, hour -> hour.getMonthValue() == 6) / mean(SOLAR, hour -> hour.getMonthValue() == 12);
        assertThat(ratio).as("June over December").isCloseTo(2.52, withPercentage(20));
    }

    @Test
    void weekendsTakeEightPercentMore() {
        double ratio = mean(LOAD, DistrictGeneratorTest::isWeekend) / mean(LOAD, hour -> !isWeekend(hour));
        assertThat(ratio).isCloseTo(1.084, withPercentage(4));
    }

    @Test
    void nightsAreCalmAndTheSunPeaksAtNoon() {
        assertThat(meanAt(LOAD, 4)).isCloseTo(0.69, withPercentage(15));
        assertThat(meanAt(LOAD, 18)).isCloseTo(1.36, withPercentage(20));
        assertThat(meanAt(SOLAR, 2)).isZero();
        assertThat(meanAt(SOLAR, 22)).isZero();
        assertThat(meanAt(SOLAR, 12)).isCloseTo(2.26, withPercentage(12));
    }

    @Test
    void homesPeakAtDifferentTimes() {
        double highestSum = IntStream.range(0, HOURS)
                .mapToDouble(hour -> sumAt(LOAD, hour, 17))
                .max()
                .orElseThrow();
        double sumOfHighest = Arrays.stream(LOAD)
                .limit(17)
                .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                .sum();
        assertThat(highestSum / sumOfHighest).as("coincidence of 17 homes").isCloseTo(0.46, withPercentage(20));
    }

    @Test
    void carbonFollowsTheEveningAndStaysInRange() {
        double[] carbon = IntStream.range(0, HOURS)
                .mapToDouble(hour -> GENERATOR.carbon(at(hour)).kgPerKwh())
                .toArray();

        assertThat(Arrays.stream(carbon).average().orElseThrow()).isCloseTo(0.1565, withPercentage(5));
        assertThat(relativeDeviation(carbon)).isCloseTo(0.226, withPercentage(15));
        assertThat(Arrays.stream(carbon)).allMatch(kg -> kg >= 0.07 && kg <= 0.282);
        assertThat(meanOf(carbon, 18)).isCloseTo(0.179, withPercentage(8));
        assertThat(meanOf(carbon, 3)).isCloseTo(0.127, withPercentage(8));
    }

    @Test
    void pricesAreThoseOfTheRealTariff() {
        assertThat(priceAt(2025, 8, 6, 12)).isEqualTo(0.22);
        assertThat(priceAt(2025, 8, 6, 16)).isEqualTo(0.54);
        assertThat(priceAt(2025, 8, 6, 21)).isEqualTo(0.22);
        assertThat(priceAt(2025, 8, 9, 18)).isEqualTo(0.40);
        assertThat(priceAt(2026, 1, 7, 20)).isEqualTo(0.50);
        assertThat(priceAt(2026, 1, 7, 3)).isEqualTo(0.21);
    }

    @Test
    void aReadingDependsOnNothingButSeedSiteAndHour() {
        DistrictGenerator again = new DistrictGenerator(RECIPE);
        Function<Instant, MeterReading> meter = again.meter(150);

        for (int hour = 700; hour > 400; hour -= 7) {
            assertThat(meter.apply(at(hour))).isEqualTo(new MeterReading(LOAD[150][hour], SOLAR[150][hour]));
        }
    }

    @Test
    void anotherSeedIsAnotherDistrict() {
        Function<Instant, MeterReading> other =
                new DistrictGenerator(DistrictRecipe.of("sample", "Sample", SITES, 8)).meter(0);

        assertThat(other.apply(at(18)).loadKwh()).isNotEqualTo(LOAD[0][18]);
    }

    @Test
    void everyHomeHasTheBatteryOfTheRealSet() {
        Collection<Asset> assets = GENERATOR.assets(3).values();

        assertThat(assets).contains(Asset.battery(6.4, 5.0, Math.sqrt(0.9), Math.sqrt(0.9), 0, 0));
        assertThat(GENERATOR.assets(3)).containsKeys(new AssetKey("sample-004", "battery"));
    }

    @Test
    void varietyGivesBatteriesOfSeveralSizes() {
        DistrictRecipe varied =
                new DistrictRecipe("sample", "Sample", SITES, 7, RECIPE.zone(), 2.3333, 0.05, true, false);
        DistrictGenerator generator = new DistrictGenerator(varied);

        assertThat(IntStream.range(0, SITES)
                        .mapToObj(site -> generator.assets(site).get(new AssetKey(generator.siteId(site), "battery")))
                        .map(battery -> battery == null ? 0 : battery.capacityKwh())
                        .distinct())
                .containsExactlyInAnyOrder(6.4, 6.4 * 1.5, 12.8);
    }

    @Test
    void noHomeExceedsItsConnectionEvenWhileItsBatteryCharges() {
        double highest =
                Arrays.stream(LOAD).flatMapToDouble(Arrays::stream).max().orElseThrow();
        assertThat(highest + 5.0).isLessThan(GENERATOR.site(0).importLimitKw());
    }

    @Test
    void windowsAreCutAtLocalMidnightsAlsoWhereClocksChange() {
        LocalDate dayOfChange = LocalDate.of(2025, 11, 2);
        GeneratedWindow window = GeneratedWindow.endingWith(dayOfChange, RECIPE.zone(), 2);

        assertThat(window.hours()).isEqualTo(49);
        assertThat(window.start().atZone(RECIPE.zone()).getHour()).isZero();
        assertThat(window.readingsEnd().atZone(RECIPE.zone()).getHour()).isZero();
    }

    @Test
    void refusesWhatNoDistrictCanBe() {
        assertThatThrownBy(() -> DistrictRecipe.of("River Side", "x", 1, 1))
                .hasMessage("The districtId (River Side) must be lower-case letters, digits and single hyphens.");
        assertThatThrownBy(() -> DistrictRecipe.of("x", "x", 0, 1)).hasMessageContaining("sites (0)");
        assertThatThrownBy(() -> DistrictRecipe.of("x", "x", 1, 1).in("Mars/Base"))
                .hasMessage("The time zone (Mars/Base) must be an IANA name such as Europe/Berlin.");
        assertThatThrownBy(() -> new DistrictRecipe("x", "x", 1, 1, RECIPE.zone(), 0, 0.3, false, false))
                .hasMessageContaining("exportPricePerKwh (0.3)");
    }

    private static double priceAt(int year, int month, int day, int hour) {
        Instant start =
                ZonedDateTime.of(year, month, day, hour, 0, 0, 0, RECIPE.zone()).toInstant();
        return GENERATOR.price(start).importPricePerKwh();
    }

    private static double relativeDeviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(variance) / mean;
    }

    private static double sumAt(double[][] rows, int hour, int sites) {
        return Arrays.stream(rows).limit(sites).mapToDouble(row -> row[hour]).sum();
    }

    private static double meanAt(double[][] rows, int hourOfDay) {
        return mean(rows, hour -> hour.getHour() == hourOfDay);
    }

    private static double meanOf(double[] values, int hourOfDay) {
        return mean(new double[][] {values}, hour -> hour.getHour() == hourOfDay);
    }

    private static double mean(double[][] rows, Predicate<ZonedDateTime> hours) {
        double sum = 0;
        long count = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            if (hours.test(local(hour))) {
                for (double[] row : rows) {
                    sum += row[hour];
                }
                count += rows.length;
            }
        }
        return sum / count;
    }

    private static boolean isWeekend(ZonedDateTime t) {
        return t.getDayOfWeek() == DayOfWeek.SATURDAY || t.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Instant at(int hour) {
        return START.plusSeconds(3600L * hour);
    }

    private static ZonedDateTime local(int hour) {
        return at(hour).atZone(RECIPE.zone());
    }

    @Test
    void carsAndAppliancesComeOnTopAndChangeNothingElse() {
        DistrictGenerator plain = new DistrictGenerator(RECIPE);
        DistrictGenerator flexible = new DistrictGenerator(RECIPE.withFlexibleDevices());
        int devices = 0;
        for (int index = 0; index < SITES; index++) {
            var assets = flexible.assets(index);

            assertThat(assets).containsAllEntriesOf(plain.assets(index));
            assertThat(assets).isEqualTo(new DistrictGenerator(RECIPE.withFlexibleDevices()).assets(index));
            devices += assets.size() - plain.assets(index).size();
        }
        assertThat(devices).isBetween(SITES * 8 / 10, SITES * 15 / 10);
        Instant hour = Instant.parse("2026-03-01T17:00:00Z");
        assertThat(flexible.meter(3).apply(hour)).isEqualTo(plain.meter(3).apply(hour));
    }
}
