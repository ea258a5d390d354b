package io.nqba.node.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictGenerator;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.optimisation.RunDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledNodeIT {
    private static final int NODES = 3;
    private static final int WRITERS = 3;
    private static final int ROUNDS = 30;
    private static final int SLOTS = 96;
    private static final DistrictRecipe DISTRICT = DistrictRecipe.of("quay", "Quay", 24, 41);
    private static final EnergyRequest REQUEST =
            RunDesk.request("quay", RunDesk.WINDOW.start(), SLOTS, 2, 1e-300, ROUNDS);

    @TempDir
    private Path directory;

    @Test
    void aRunSurvivesTheDeathOfItsCoordinatorAndNoAcknowledgedReadingIsLost() throws Exception {
        try (ProcessGrid grid = ProcessGrid.start(directory, NODES, Map.of());
                IgniteClient client = grid.client()) {
            load(client);
            killWhileRunning(client, grid);
        }
    }

    private static void killWhileRunning(IgniteClient client, ProcessGrid grid) throws InterruptedException {
        var desk = new RunDesk(client);
        OptimizationRun undisturbed = desk.untilEnded(desk.submit(REQUEST).runId());
        List<ReadingWriter> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new ReadingWriter(grid.client(), number))
                .toList();
        writers.forEach(Thread::start);

        OptimizationRun queued = desk.submit(REQUEST);
        OptimizationRun running = desk.untilRound(queued.runId(), 4);
        int writtenBefore = writers.stream().mapToInt(ReadingWriter::written).sum();
        grid.kill(running.coordinatorNode());
        OptimizationRun run = desk.untilEnded(queued.runId());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> writers.stream().allMatch(writer -> writer.writtenSinceKill(writtenBefore)));
        for (ReadingWriter writer : writers) {
            writer.finish();
        }

        assertThat(running.state()).as("killed in the middle").isEqualTo(RunState.RUNNING);
        assertThat(running.rounds()).isLessThan(ROUNDS);
        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.attempt()).isGreaterThan(1);
        assertThat(run.coordinatorNode()).isNotEqualTo(running.coordinatorNode());
        assertThat(run.value()).isEqualTo(undisturbed.value());
        assertThat(run.bound()).isEqualTo(undisturbed.bound());
        assertEveryRoundOnce(desk.progress(run.runId()));
        for (ReadingWriter writer : writers) {
            assertNothingLost(client, writer.acknowledged());
        }
    }

    private static void assertEveryRoundOnce(List<RunProgress> progress) {
        List<Integer> counted = progress.stream()
                .filter(row -> row.bytes() > 0 && row.round() > 0)
                .map(RunProgress::round)
                .toList();
        assertThat(counted).isEqualTo(IntStream.rangeClosed(1, ROUNDS).boxed().toList());
    }

    private static void assertNothingLost(IgniteClient client, Map<MeterReadingKey, MeterReading> acknowledged) {
        var readings = client.<MeterReadingKey, MeterReading>cache(CacheNames.METER_READING);
        assertThat(acknowledged).isNotEmpty();
        assertThat(readings.getAll(acknowledged.keySet())).isEqualTo(acknowledged);
    }

    private static void load(IgniteClient client) {
        var generator = new DistrictGenerator(DISTRICT);
        client.cache(CacheNames.TARIFF).put(generator.tariffId(), generator.tariff());
        Map<Object, Object> prices = new HashMap<>();
        Map<Object, Object> carbon = new HashMap<>();
        for (Instant hour : hours()) {
            long start = hour.toEpochMilli();
            prices.put(new PriceSignalKey(generator.tariffId(), start), generator.price(hour));
            carbon.put(new GridCarbonKey(generator.carbonZoneId(), start), generator.carbon(hour));
        }
        client.cache(CacheNames.PRICE_SIGNAL).putAll(prices);
        client.cache(CacheNames.GRID_CARBON).putAll(carbon);
        for (int site = 0; site < DISTRICT.sites(); site++) {
            String siteId = generator.siteId(site);
            client.cache(CacheNames.SITE).put(siteId, generator.site(site));
            client.cache(CacheNames.ASSET).putAll(new HashMap<>(generator.assets(site)));
            var meter = generator.meter(site);
            Map<Object, Object> readings = new HashMap<>();
            for (Instant hour : hours()) {
                readings.put(new MeterReadingKey(siteId, hour.toEpochMilli()), meter.apply(hour));
            }
            client.cache(CacheNames.METER_READING).putAll(readings);
        }
        client.cache(CacheNames.DISTRICT).put(DISTRICT.districtId(), generator.district());
    }

    private static List<Instant> hours() {
        var hours = new ArrayList<Instant>();
        for (int hour = 0; hour < SLOTS; hour++) {
            hours.add(RunDesk.WINDOW.start().plus(Duration.ofHours(hour)));
        }
        return hours;
    }
}
