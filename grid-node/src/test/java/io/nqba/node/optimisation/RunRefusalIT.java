package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictGenerator;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunRefusalIT {
    private static final DistrictRecipe DISTRICT = DistrictRecipe.of("lane", "Lane", 6, 3);

    private GridFixture grid;
    private IgniteClient client;
    private RunDesk desk;

    @BeforeAll
    void start() {
        grid = GridFixture.start(1, Map.of(Setting.PERSISTENCE, "false", Setting.RUNS_ACTIVE, "1"));
        client = grid.client();
        desk = new RunDesk(client);
        GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
    }

    @AfterAll
    void stop() {
        client.close();
        grid.close();
    }

    @Test
    void anUnknownDistrictIsRefusedWithTheKnownOnes() {
        NqbaException refusal = refused(RunDesk.request("nowhere", 24, 1));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PROBLEM);
        assertThat(refusal.problem()).contains("(nowhere)");
        assertThat(refusal.remedy()).contains("lane");
        assertThat(refusal.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.field()).isEqualTo("districtId"));
    }

    @Test
    void aStartBetweenSlotsIsRefusedWithItsNeighbours() {
        NqbaException refusal =
                refused(RunDesk.request("lane", RunDesk.WINDOW.start().plus(Duration.ofMinutes(20)), 24, 1, 1e-4, 10));

        assertThat(refusal.problem()).contains("00:20", "60-minute");
        assertThat(refusal.remedy()).contains("00:00", "01:00");
    }

    @Test
    void aWindowWithoutReadingsIsRefusedWithTheRangeThatExists() {
        NqbaException refusal = refused(
                RunDesk.request("lane", RunDesk.WINDOW.readingsEnd().minus(Duration.ofHours(5)), 24, 1, 1e-4, 10));

        assertThat(refusal.problem()).contains("no readings for 19 of 24 slots", "There are 6 such problems");
        assertThat(refusal.fields())
                .anySatisfy(field -> assertThat(field.problem())
                        .contains("Its readings reach from 5 Jun 2026 00:00 to 15 Jun 2026 00:00"));
    }

    @Test
    void aWindowWithoutForecastsIsRefused() {
        EnergyRequest read = RunDesk.request("lane", 24, 1);
        EnergyRequest forecast = new EnergyRequest(
                "lane", read.startMillis(), 24, EnergyRequest.Source.FORECAST, 1, 0, false, 1e-4, 10, 1_000);

        assertThat(refused(forecast).fields())
                .anySatisfy(
                        field -> assertThat(field.problem()).contains("no forecasts", "It has no forecasts at all."));
    }

    @Test
    void aWindowWithoutPricesIsRefused() {
        NqbaException refusal = refused(RunDesk.request("lane", RunDesk.WINDOW.signalsEnd(), 24, 1, 1e-4, 10));

        assertThat(refusal.problem()).contains("no price of tariff", "slot 1 of 24");
    }

    @Test
    void anExportPriceAboveTheImportPriceIsRefused() {
        String tariff = new DistrictGenerator(DISTRICT).tariffId();
        var key = new PriceSignalKey(tariff, RunDesk.WINDOW.start().toEpochMilli());
        whileStored(
                CacheNames.PRICE_SIGNAL,
                key,
                new PriceSignal(0.2, 0.3),
                () -> assertThat(refused(RunDesk.request("lane", 24, 1)).problem())
                        .contains("0.3 per kWh", "above its import price (0.2 per kWh)"));
    }

    @Test
    void twoBatteriesAtOneSiteAreRefused() {
        String siteId = new DistrictGenerator(DISTRICT).siteId(2);
        var key = new AssetKey(siteId, "second");
        whileStored(
                CacheNames.ASSET,
                key,
                Asset.battery(5, 2, 0.9, 0.9, 0, 0),
                () -> assertThat(refused(RunDesk.request("lane", 24, 1)).problem())
                        .contains(siteId, "has 2 batteries"));
    }

    @Test
    void aLongWindowIsRefusedOnlyWhereItsSlotsShareSomething() {
        NqbaException refusal = refused(new EnergyRequest(
                "lane",
                RunDesk.WINDOW.start().toEpochMilli(),
                2_001,
                EnergyRequest.Source.READINGS,
                1,
                0,
                false,
                1e-4,
                10,
                1_000));

        assertThat(refusal.fields().get(0).field()).isIn("slots", "startMillis");
    }

    @Test
    void theSameSubmissionAgainIsTheSameRunAndAnotherOneIsAConflict() {
        EnergyRequest request = RunDesk.request("lane", 24, 1);
        String runId = "again";

        OptimizationRun first = desk.submit(runId, request);
        OptimizationRun ended = desk.untilEnded(runId);
        OptimizationRun second = desk.submit(runId, RunDesk.request("lane", 24, 1));
        NqbaException conflict =
                catchThrowableOfType(NqbaException.class, () -> desk.submit(runId, RunDesk.request("lane", 25, 1)));

        assertThat(first.state()).isEqualTo(RunState.QUEUED);
        assertThat(second.finishedMillis()).isEqualTo(ended.finishedMillis());
        assertThat(conflict.code()).isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void aFullQueueRefusesUntilARunHasEnded() {
        OptimizationRun one = desk.submit(endless());

        NqbaException full = refused(endless());
        desk.cancel(one.runId());
        desk.untilEnded(one.runId());

        assertThat(full.code()).isEqualTo(ErrorCode.RUN_QUEUE_FULL);
        assertThat(full.problem()).contains("1 run waits or runs");
    }

    @Test
    void cancellingARunThatDoesNotExistIsRefused() {
        NqbaException refusal = catchThrowableOfType(NqbaException.class, () -> desk.cancel("nothing"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.RUN_NOT_FOUND);
    }

    private NqbaException refused(EnergyRequest request) {
        long before = client.cache(CacheNames.OPTIMIZATION_RUN).size();
        NqbaException refusal = catchThrowableOfType(NqbaException.class, () -> desk.submit(request));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(client.cache(CacheNames.OPTIMIZATION_RUN).size()).isEqualTo((int) before);
        return refusal;
    }

    /** A gap that no arithmetic closes, so that the run goes on until somebody stops it. */
    private static EnergyRequest endless() {
        return RunDesk.request("lane", RunDesk.WINDOW.start(), 48, 2, 1e-300, 10_000);
    }

    private void whileStored(String cacheName, Object key, Object value, Runnable check) {
        Ignite ignite = grid.ignite();
        Object before = ignite.cache(cacheName).get(key);
        ignite.cache(cacheName).put(key, value);
        try {
            check.run();
        } finally {
            if (before == null) {
                ignite.cache(cacheName).remove(key);
            } else {
                ignite.cache(cacheName).put(key, before);
            }
        }
        assertThat(ignite.cache(CacheNames.METER_READING)
                        .containsKey(new MeterReadingKey(
                                new DistrictGenerator(DISTRICT).siteId(0),
                                RunDesk.WINDOW.start().toEpochMilli())))
                .isTrue();
    }
}
