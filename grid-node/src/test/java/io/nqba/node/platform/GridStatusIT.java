package io.nqba.node.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Tariff;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.CacheStatus;
import io.nqba.model.grid.GridStatus;
import io.nqba.model.grid.NodeStatus;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.Arrays;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GridStatusIT {
    private static final int READINGS = 500;

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static IgniteClient client;

    @BeforeAll
    static void startGrid() {
        grid = GridFixture.inMemory(3);
        client = grid.client();
        for (int i = 0; i < READINGS; i++) {
            client.cache(CacheNames.METER_READING).put(new MeterReadingKey("site-" + i, 0), new MeterReading(1, 0));
        }
    }

    @AfterAll
    static void stopGrid() {
        client.close();
        grid.close();
    }

    @Test
    void eachNodeReportsItself() throws InterruptedException {
        GridStatus status = status();

        assertThat(status.clusterState()).isEqualTo("ACTIVE");
        assertThat(status.nodes()).hasSize(3).allSatisfy(node -> {
            assertThat(node.heapUsedBytes()).isPositive();
            assertThat(node.offHeapBytes()).isPositive();
            assertThat(node.cpus()).isPositive();
            assertThat(node.primaryPartitions()).isPositive();
        });
        assertThat(status.nodes()).filteredOn(NodeStatus::coordinator).hasSize(1);
        assertThat(status.nodes().stream()
                        .mapToInt(NodeStatus::primaryPartitions)
                        .sum())
                .isEqualTo(cache(status, CacheNames.METER_READING).partitions());
    }

    @Test
    void rowsCountOnceAndMemoryCountsEveryCopy() throws InterruptedException {
        CacheStatus readings = cache(status(), CacheNames.METER_READING);

        assertThat(readings.rows()).isEqualTo(READINGS);
        assertThat(readings.bytes()).isPositive();
        assertThat(readings.backups()).isEqualTo(1);
        assertThat(readings.lostPartitions()).isZero();
        assertThat(readings.replicated()).isFalse();
    }

    @Test
    void aReplicatedCacheCountsItsRowsOnce() throws InterruptedException {
        assertThat(cache(status(), CacheNames.TARIFF).replicated()).isTrue();
        assertThat(cache(status(), CacheNames.TARIFF).rows()).isZero();

        client.cache(CacheNames.TARIFF).put("t1", new Tariff("t1", "Day and night", "EUR", 10));

        assertThat(cache(status(), CacheNames.TARIFF).rows()).isEqualTo(1);
        client.cache(CacheNames.TARIFF).clear();
    }

    @Test
    void askingIsCheap() throws InterruptedException {
        long[] nanos = new long[30];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            status();
            nanos[i] = System.nanoTime() - start;
        }

        Arrays.sort(nanos);
        assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(50));
    }

    private static GridStatus status() throws InterruptedException {
        TaskReply<GridStatus> reply = client.compute().execute(TaskNames.GRID_STATUS, null);
        return reply.orThrow();
    }

    private static CacheStatus cache(GridStatus status, String name) {
        return status.caches().stream()
                .filter(cache -> cache.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
