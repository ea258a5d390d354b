package io.nqba.node.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.energy.Site;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.ignite.cache.CachePeekMode;
import org.apache.ignite.cluster.ClusterState;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridNodeIT {
    private static final long WAIT_MILLIS = 60_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private int port;

    @BeforeEach
    void chooseThePortOfTheFirstNode() {
        port = new FreePorts(InetAddress.getLoopbackAddress()).next();
    }

    @Test
    void modulesStartInOrderOnAnActiveGridAndStopInReverse() throws InterruptedException {
        List<String> calls = new ArrayList<>();
        try (GridNode node = join(1)) {
            assertThat(node.isRunning()).isFalse();

            node.run(WAIT_MILLIS, List.of(new Recorder("services", calls), new Recorder("data", calls)));

            assertThat(node.isRunning()).isTrue();
        }
        assertThat(calls).containsExactly("start services ACTIVE", "start data ACTIVE", "stop data", "stop services");
    }

    @Test
    void aModuleThatFailsStopsTheOnesBeforeIt() {
        List<String> calls = new ArrayList<>();
        NodeModule broken = new NodeModule() {
            @Override
            public int order() {
                return 1;
            }

            @Override
            public void start(NodeContext context) {
                throw new NqbaException(ErrorCode.DATA_SET_NOT_FOUND, "There is no data.", "Bring some.");
            }
        };
        try (GridNode node = join(1)) {
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> node.run(WAIT_MILLIS, List.of(new Recorder("services", calls), broken)));
        }
        assertThat(calls).containsExactly("start services ACTIVE", "stop services");
    }

    @Test
    void theStateFileStandsWhileTheNodeRuns() throws IOException {
        Path state = directory.resolve("node-1/grid.properties");
        try (GridNode node = join(1)) {
            assertThat(Files.readString(state))
                    .contains(
                            "client=127.0.0.1:" + node.settings().text(Setting.CLIENT_PORT),
                            "discovery=127.0.0.1:" + port);
        }
        assertThat(state).doesNotExist();
    }

    @Test
    void aGridOfThreeComesBackWithItsDataOnceAllOwnersAreThere() throws Exception {
        try (GridNode one = started(1);
                GridNode two = started(2);
                GridNode three = started(3)) {
            for (int i = 0; i < 60; i++) {
                two.ignite().cache(CacheNames.SITE).put("s" + i, new Site("s" + i, "d1", "Home", "t1", 10, 5));
            }
            assertThat(one.ignite().cluster().currentBaselineTopology()).hasSize(3);
            stopTogether(one, two, three);
        }

        try (GridNode one = join(1)) {
            CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(() -> run(one));
            assertThat(one.missingNodes()).containsExactly("node-2", "node-3");
            assertThat(one.ignite().cluster().state()).isEqualTo(ClusterState.INACTIVE);
            try (GridNode two = join(2);
                    GridNode three = join(3)) {
                assertThat(run(two) && run(three)).isTrue();
                assertThat(ready.join()).isTrue();
                assertThat(three.ignite().cache(CacheNames.SITE).size(CachePeekMode.PRIMARY))
                        .isEqualTo(60);
            }
        }
    }

    @Test
    void waitingForOwnersEndsWithTheirNames() throws Exception {
        try (GridNode one = started(1);
                GridNode two = started(2)) {
            assertThat(one.ignite().cluster().currentBaselineTopology()).hasSize(2);
            stopTogether(one, two);
        }

        try (GridNode one = join(1)) {
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> one.run(200))
                    .withMessageContaining("(node-2)");
        }
    }

    private GridNode started(int number) {
        GridNode node = join(number);
        assertThat(run(node)).isTrue();
        return node;
    }

    private static boolean run(GridNode node) {
        try {
            return node.run(WAIT_MILLIS, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Faster than the baseline follows: as when a machine is switched off. */
    private static void stopTogether(GridNode... nodes) {
        nodes[0].ignite().cluster().baselineAutoAdjustTimeout(WAIT_MILLIS);
        for (GridNode node : nodes) {
            node.close();
        }
    }

    private GridNode join(int number) {
        String address = "127.0.0.1:" + port;
        NodeSettings settings = NodeSettings.read(variable -> null)
                .with(Setting.NODE_NAME, "node-" + number)
                .with(Setting.WORK, directory.resolve("node-" + number).toString())
                .with(Setting.DISCOVERY_ADDRESSES, address)
                .with(Setting.DISCOVERY_PORT, number == 1 ? Integer.toString(port) : "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.REGION_MB, "128")
                .with(Setting.PARTITIONS, "16")
                .with(Setting.BASELINE_ADJUST_MILLIS, "0");
        return new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
    }

    private record Recorder(String name, List<String> calls) implements NodeModule {
        @Override
        public int order() {
            return 0;
        }

        @Override
        public void start(NodeContext context) {
            calls.add("start " + name + " " + context.ignite().cluster().state());
        }

        @Override
        public void stop() {
            calls.add("stop " + name);
        }
    }
}
