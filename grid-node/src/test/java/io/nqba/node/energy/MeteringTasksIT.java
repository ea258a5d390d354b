package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.EmissionRecord;
import io.nqba.model.energy.EmissionRecordKey;
import io.nqba.model.energy.Forecast;
import io.nqba.model.energy.ForecastKey;
import io.nqba.model.energy.ForecastOrder;
import io.nqba.model.energy.ForecastReport;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.energy.ReadingRow;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.client.IgniteClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tasks as a thin client calls them, on one node and on three, against figures worked out row by row. */
class MeteringTasksIT {
    private static final DistrictRecipe RECIPE = DistrictRecipe.of("quay", "Quay", 23, 11);
    private static final DistrictGenerator GENERATOR = new DistrictGenerator(RECIPE);
    /** 45 days with the night of 8 March 2026, which has no hour 2. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 25);

    private static final LocalDate SHORT_DAY = LocalDate.of(2026, 3, 8);
    private static final GeneratedWindow WINDOW = GeneratedWindow.endingWith(LAST_DAY, RECIPE.zone(), 45);
    private static final MeteringReference REFERENCE =
            new MeteringReference(GENERATOR, WINDOW.start(), WINDOW.readingsEnd());

    private static GridFixture threeNodes;
    private static IgniteClient client;

    @BeforeAll
    static void start() {
        threeNodes = GridFixture.inMemory(3);
        GeneratedLoad.silently(threeNodes.ignite()).load(RECIPE, WINDOW);
        client = threeNodes.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        threeNodes.close();
    }

    @Test
    void districtFiguresEqualTheSlowReferenceOnThreeNodes() {
        assertDistrict(report(client, null, WINDOW.start(), WINDOW.readingsEnd()));
    }

    @Test
    void districtFiguresEqualTheSlowReferenceOnOneNode() {
        try (GridFixture oneNode = GridFixture.inMemory(1)) {
            GeneratedLoad.silently(oneNode.ignite()).load(RECIPE, WINDOW);
            try (IgniteClient oneClient = oneNode.client()) {
                ConsumptionReport report = report(oneClient, null, WINDOW.start(), WINDOW.readingsEnd());

                assertDistrict(report);
                assertThat(report.anomalies())
                        .usingRecursiveComparison()
                        .isEqualTo(report(client, null, WINDOW.start(), WINDOW.readingsEnd())
                                .anomalies());
            }
        }
    }

    private static void assertDistrict(ConsumptionReport report) {
        assertFigures(report.subject(), REFERENCE, 23);
        assertFigures(report.district(), REFERENCE, 23);
        assertThat(report.notes()).isEmpty();
        assertThat(report.periods()).hasSize(45);
        for (int day = 0; day < 45; day++) {
            LocalDate date = LAST_DAY.minusDays(44 - day);
            MeteringReference expected = REFERENCE.day(date);
            ConsumptionReport.Period actual = report.periods().get(day);
            assertThat(actual.startMillis())
                    .isEqualTo(date.atStartOfDay(RECIPE.zone()).toInstant().toEpochMilli());
            assertThat(actual.loadKwh()).isCloseTo(expected.load(), within(1e-8));
            assertThat(actual.solarKwh()).isCloseTo(expected.solar(), within(1e-8));
            assertThat(actual.importKwh()).isCloseTo(expected.imported(), within(1e-8));
            assertThat(actual.exportKwh()).isCloseTo(expected.exported(), within(1e-8));
            assertThat(actual.cost()).isCloseTo(expected.cost(), within(1e-8));
            assertThat(actual.emissionsKg()).isCloseTo(expected.emissions(), within(1e-8));
            assertThat(actual.peakKw()).isCloseTo(expected.peak(), within(1e-8));
        }
    }

    @Test
    void oneSiteIsHeldAgainstItsDistrict() {
        ConsumptionReport report = report(client, "quay-004", WINDOW.start(), WINDOW.readingsEnd());
        MeteringReference site = REFERENCE.site(3);

        assertFigures(report.subject(), site, 1);
        assertFigures(report.district(), REFERENCE, 23);
        assertThat(site.hour(2).size()).as("one night has no hour 2").isEqualTo(44);
        for (int hour = 0; hour < 24; hour++) {
            MeteringReference atHour = site.hour(hour);
            MeteringReference districtAtHour = REFERENCE.hour(hour);
            assertThat(report.hourlyLoadKwh()[hour]).isCloseTo(atHour.load() / atHour.size(), within(1e-9));
            assertThat(report.hourlySolarKwh()[hour]).isCloseTo(atHour.solar() / atHour.size(), within(1e-9));
            assertThat(report.districtHourlyLoadKwh()[hour])
                    .isCloseTo(districtAtHour.load() / districtAtHour.size(), within(1e-9));
        }
    }

    @Test
    void anAnomalyStandsOutFromTheMedianOfItsHourAndDayType() {
        // Site 10 uses 40 kWh at 3 h of a weekday: held against the 20 weekdays of the four weeks up to the range's
        // end.
        Instant party = atLocal(LAST_DAY.minusDays(1), 3);
        Instant end = party.plus(Duration.ofHours(2));
        double[] loads =
                REFERENCE.site(9).between(end.minus(Duration.ofDays(28)), end).sortedLoads(3, false);
        double original = GENERATOR.meter(9).apply(party).loadKwh();
        loads[Arrays.binarySearch(loads, original)] = 40;
        Arrays.sort(loads);
        double median = (loads[9] + loads[10]) / 2;
        double[] deviations = Arrays.stream(loads)
                .map(load -> Math.abs(load - median))
                .sorted()
                .toArray();
        double spread = Math.max(0.05, 1.4826 * (deviations[9] + deviations[10]) / 2);
        put("quay-010", party, new MeterReading(40, 0));

        ConsumptionReport report = report(client, null, party.minus(Duration.ofHours(1)), end);
        put("quay-010", party, GENERATOR.meter(9).apply(party));

        assertThat(loads).hasSize(20);
        ConsumptionReport.Anomaly first = report.anomalies().get(0);
        assertThat(first.siteId()).isEqualTo("quay-010");
        assertThat(first.startMillis()).isEqualTo(party.toEpochMilli());
        assertThat(first.loadKwh()).isEqualTo(40);
        assertThat(first.expectedKwh()).isCloseTo(median, within(1e-9));
        assertThat(first.score()).isCloseTo((40 - median) / spread, within(1e-6));
    }

    @Test
    void missingReadingsAreSaidAloud() {
        ConsumptionReport report = report(
                client,
                "quay-001",
                WINDOW.readingsEnd().minus(Duration.ofHours(2)),
                WINDOW.readingsEnd().plus(Duration.ofHours(3)));

        assertThat(report.subject().readings()).isEqualTo(2);
        assertThat(report.notes()).containsExactly("3 of 5 intervals have no reading and count as nothing.");
    }

    @Test
    void missingPricesAndIntensitiesAreSaidAloud() {
        Instant late = WINDOW.signalsEnd().plus(Duration.ofDays(2));
        put("quay-002", late, new MeterReading(3, 1));

        ConsumptionReport report = report(client, "quay-002", late, late.plus(Duration.ofHours(1)));

        assertThat(report.subject().importKwh()).isEqualTo(2);
        assertThat(report.subject().cost()).isZero();
        assertThat(report.notes())
                .containsExactly(
                        "1 of 1 readings have no price; their cost is left out.",
                        "1 of 1 readings have no carbon intensity; their emissions are left out.");
    }

    @Test
    void questionsThatCannotBeAnsweredSayWhy() {
        assertRefused(
                ErrorCode.NOT_FOUND, "siteId", () -> report(client, "quay-999", WINDOW.start(), WINDOW.readingsEnd()));
        assertRefused(
                ErrorCode.DATA_SET_NOT_FOUND,
                "districtId",
                () -> ask(
                        ConsumptionReport.class,
                        client,
                        TaskNames.CONSUMPTION_REPORT,
                        new ConsumptionQuery("atlantis", null, 0, 86_400_000)));
        assertRefused(
                ErrorCode.INVALID_REQUEST, "end", () -> report(client, null, WINDOW.readingsEnd(), WINDOW.start()));
        assertRefused(ErrorCode.INVALID_REQUEST, "end", () -> report(client, null, Instant.EPOCH, WINDOW.start()));
    }

    @Test
    void emissionRecordsAreBookedBySiteAndLocalDay() {
        Instant noon = atLocal(SHORT_DAY, 12);
        ConsumptionQuery query = new ConsumptionQuery(
                "quay", null, noon.toEpochMilli(), noon.plus(Duration.ofDays(1)).toEpochMilli());

        Long rows = ask(Long.class, client, TaskNames.EMISSION_RECORDS, query);

        assertThat(rows).as("two whole local days of 23 homes").isEqualTo(46L);
        EmissionRecord record = Objects.requireNonNull(client.<EmissionRecordKey, EmissionRecord>cache(
                        CacheNames.EMISSION_RECORD)
                .get(new EmissionRecordKey("quay-007", atLocal(SHORT_DAY, 0).toEpochMilli())));
        MeteringReference expected = REFERENCE.site(6).day(SHORT_DAY);
        assertThat(expected.size()).isEqualTo(23);
        assertThat(record.importKwh()).isCloseTo(expected.imported(), within(1e-9));
        assertThat(record.exportKwh()).isCloseTo(expected.exported(), within(1e-9));
        assertThat(record.cost()).isCloseTo(expected.cost(), within(1e-9));
        assertThat(record.emissionsKg()).isCloseTo(expected.emissions(), within(1e-9));
    }

    @Test
    void forecastsBeatYesterdayAndAreStoredForEverySite() {
        long start = WINDOW.readingsEnd().toEpochMilli();

        ForecastReport report =
                ask(ForecastReport.class, client, TaskNames.FORECAST, new ForecastOrder("quay", start, 48));

        assertThat(report.sites()).isEqualTo(23);
        assertThat(report.rows()).isEqualTo(23 * 48);
        assertThat(report.problems()).isEmpty();
        assertThat(report.evaluatedRows()).isEqualTo(23 * 7 * 24);
        assertThat(report.loadMaeKwh()).isPositive().isLessThan(report.naiveLoadMaeKwh());
        assertThat(report.solarMaeKwh()).isPositive().isLessThan(report.naiveSolarMaeKwh());
        // Thursday 26 March, 18 h: the mean of that hour on the ten weekdays of the fortnight before.
        Forecast forecast = Objects.requireNonNull(client.<ForecastKey, Forecast>cache(CacheNames.FORECAST)
                .get(new ForecastKey("quay-002", start + 18 * 3_600_000L)));
        double[] loads = REFERENCE
                .site(1)
                .between(WINDOW.readingsEnd().minus(Duration.ofDays(14)), WINDOW.readingsEnd())
                .sortedLoads(18, false);
        assertThat(loads).hasSize(10);
        assertThat(forecast.loadKwh()).isCloseTo(Arrays.stream(loads).average().orElseThrow(), within(1e-9));
    }

    @Test
    void forecastsAreRefusedWhereThereIsNoHistory() {
        long start = WINDOW.start().toEpochMilli();

        assertThatThrownBy(() ->
                        ask(ForecastReport.class, client, TaskNames.FORECAST, new ForecastOrder("quay", start, 24)))
                .isInstanceOfSatisfying(NqbaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.DATA_SET_NOT_FOUND);
                    assertThat(e.fields()).hasSize(23);
                });
        assertRefused(
                ErrorCode.INVALID_REQUEST,
                "start",
                () -> ask(ForecastReport.class, client, TaskNames.FORECAST, new ForecastOrder("quay", start + 1, 24)));
    }

    @Test
    void goodRowsAreStoredAndEachBadOneIsNamed() {
        Instant free = WINDOW.readingsEnd().plus(Duration.ofDays(90));
        List<ReadingRow> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row("quay-0%02d".formatted(1 + i % 23), free.plus(Duration.ofHours(i)), 1.5, 0.5));
        }
        rows.add(row("quay-001", free, 2.0, 0));
        rows.add(row("nowhere-1", free, 1, 0));
        rows.add(row("quay-001", free.plusMillis(1), 1, 0));
        rows.add(row("quay-001", free.plus(Duration.ofHours(100)), Double.NaN, 0));
        rows.add(row("quay-001", free.plus(Duration.ofHours(101)), -1, 0));
        rows.add(row("quay-001", free.plus(Duration.ofHours(102)), 1, Double.POSITIVE_INFINITY));
        rows.add(row(" ", free, 1, 0));
        rows.add(row("quay-001", Instant.EPOCH, 1, 0));

        IntakeReport report = ask(IntakeReport.class, client, TaskNames.READING_INTAKE, new ReadingBatch(rows));
        IntakeReport again = ask(IntakeReport.class, client, TaskNames.READING_INTAKE, new ReadingBatch(rows));

        assertThat(report.accepted()).isEqualTo(50);
        assertThat(report.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "rows[50].start",
                        "rows[51].siteId",
                        "rows[52].start",
                        "rows[53].loadKwh",
                        "rows[54].loadKwh",
                        "rows[55].solarKwh",
                        "rows[56].siteId",
                        "rows[57].start");
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(again.accepted()).as("sending it again changes nothing").isEqualTo(50);
        assertThat(client.<MeterReadingKey, MeterReading>cache(CacheNames.METER_READING)
                        .get(new MeterReadingKey("quay-001", free.toEpochMilli())))
                .isEqualTo(new MeterReading(1.5, 0.5));
    }

    @Test
    void emptyAndOversizedBatchesAreRefused() {
        List<ReadingRow> many = Collections.nCopies(10_001, row("quay-001", Instant.EPOCH, 1, 1));

        assertThatThrownBy(() -> ask(IntakeReport.class, client, TaskNames.READING_INTAKE, new ReadingBatch(List.of())))
                .hasMessageContaining("The batch has no rows.");
        assertThatThrownBy(() -> ask(IntakeReport.class, client, TaskNames.READING_INTAKE, new ReadingBatch(many)))
                .hasMessageContaining("The batch (10001 rows) must have at most 10000 rows.");
    }

    private static void assertFigures(ConsumptionReport.Figures figures, MeteringReference expected, int sites) {
        assertThat(figures.sites()).isEqualTo(sites);
        assertThat(figures.readings()).isEqualTo(expected.size());
        assertThat(figures.loadKwh()).isCloseTo(expected.load(), within(1e-7));
        assertThat(figures.solarKwh()).isCloseTo(expected.solar(), within(1e-7));
        assertThat(figures.importKwh()).isCloseTo(expected.imported(), within(1e-7));
        assertThat(figures.exportKwh()).isCloseTo(expected.exported(), within(1e-7));
        assertThat(figures.cost()).isCloseTo(expected.cost(), within(1e-7));
        assertThat(figures.emissionsKg()).isCloseTo(expected.emissions(), within(1e-7));
        assertThat(figures.peakKw()).isCloseTo(expected.peak(), within(1e-9));
        assertThat(expected.netByTime()
                        .getOrDefault(Instant.ofEpochMilli(figures.peakMillis()), Double.NaN)
                        .doubleValue())
                .isCloseTo(expected.peak(), within(1e-9));
        assertThat(figures.loadFactor())
                .isCloseTo(expected.load() / expected.times() / expected.highestLoad(), within(1e-9));
        assertThat(figures.selfConsumption())
                .isCloseTo((expected.solar() - expected.exported()) / expected.solar(), within(1e-9));
    }

    private static void assertRefused(ErrorCode code, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(NqbaException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.fields()).extracting(FieldProblem::field).containsExactly(field);
        });
    }

    private static Instant atLocal(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(RECIPE.zone()).toInstant();
    }

    private static ReadingRow row(String siteId, Instant start, double load, double solar) {
        return new ReadingRow(siteId, start.toEpochMilli(), load, solar);
    }

    private static void put(String siteId, Instant start, MeterReading reading) {
        client.cache(CacheNames.METER_READING).put(new MeterReadingKey(siteId, start.toEpochMilli()), reading);
    }

    private static ConsumptionReport report(IgniteClient from, @Nullable String siteId, Instant start, Instant end) {
        return ask(
                ConsumptionReport.class,
                from,
                TaskNames.CONSUMPTION_REPORT,
                new ConsumptionQuery("quay", siteId, start.toEpochMilli(), end.toEpochMilli()));
    }

    private static <R> R ask(Class<R> type, IgniteClient from, String task, Object argument) {
        try {
            return type.cast(
                    from.compute().<Object, TaskReply<?>>execute(task, argument).orThrow());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
