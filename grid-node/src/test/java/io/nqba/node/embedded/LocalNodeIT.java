package io.nqba.node.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.EmbeddedNode;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteState;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.apache.ignite.failure.FailureContext;
import org.apache.ignite.failure.FailureType;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNodeIT {
    private static final Site SITE = new Site("s1", "d1", "Home", "t1", 10, 5);

    private static final NodeSettings FREE_PORTS = NodeSettings.read(variable -> null)
            .with(Setting.DISCOVERY_PORT, "0")
            .with(Setting.COMMUNICATION_PORT, "0")
            .with(Setting.CLIENT_PORT, "0")
            .with(Setting.HTTP_PORT, "0")
            .with(Setting.DEMO, "false")
            .with(Setting.REGION_MB, "128")
            .with(Setting.PARTITIONS, "16");

    @Test
    void theConsoleFindsIt() {
        assertThat(ServiceLoader.load(EmbeddedNode.class).findFirst()).containsInstanceOf(LocalNode.class);
    }

    @Test
    void whatWasStoredIsThereAfterARestart(@TempDir Path work) {
        try (var node = new LocalNode().start(FREE_PORTS, work, false);
                IgniteClient client = connect(node)) {
            client.cache(CacheNames.SITE).put("s1", SITE);
        }

        try (var node = new LocalNode().start(FREE_PORTS, work, false);
                IgniteClient client = connect(node)) {
            assertThat(client.cache(CacheNames.SITE).get("s1")).isEqualTo(SITE);
        }
    }

    @Test
    void inMemoryKeepsNothing(@TempDir Path work) {
        try (var node = new LocalNode().start(FREE_PORTS, work, true);
                IgniteClient client = connect(node)) {
            client.cache(CacheNames.SITE).put("s1", SITE);
        }

        try (var node = new LocalNode().start(FREE_PORTS, work, true);
                IgniteClient client = connect(node)) {
            assertThat(client.cache(CacheNames.SITE).get("s1")).isNull();
        }
    }

    @Test
    void aTakenPortGivesWayToAFreeOne(@TempDir Path work) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeSettings settings = FREE_PORTS.with(Setting.CLIENT_PORT, Integer.toString(taken.getLocalPort()));

            try (var node = new LocalNode().start(settings, work, true);
                    IgniteClient client = connect(node)) {
                assertThat(node.clientAddress()).doesNotEndWith(":" + taken.getLocalPort());
                assertThat(client.cacheNames()).contains(CacheNames.SITE);
            }
        }
    }

    @Test
    void furtherNodesJoinAtItsDiscoveryAddress(@TempDir Path work) throws InterruptedException {
        try (var node = new LocalNode().start(FREE_PORTS, work, true);
                GridNode second = join(node, work, "node-2");
                GridNode third = join(node, work, "node-3")) {
            assertThat(second.run(60_000)).isTrue();
            assertThat(third.run(60_000)).isTrue();

            assertThat(second.ignite().cluster().forServers().nodes()).hasSize(3);
        }
    }

    @Test
    void aFaultStopsOnlyTheNodeAndIsReported(@TempDir Path work) {
        try (var node = new LocalNode().start(FREE_PORTS, work, true)) {
            Ignite ignite = Ignition.ignite("node-1");
            assertThat(node.failure()).isEmpty();

            ignite.configuration()
                    .getFailureHandler()
                    .onFailure(ignite, new FailureContext(FailureType.CRITICAL_ERROR, new IOException("disk full")));

            assertThat(node.failure())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("disk full"));
            Awaitility.await().until(() -> Ignition.state("node-1") == IgniteState.STOPPED);
        }
    }

    private static GridNode join(EmbeddedNode.RunningNode first, Path work, String name) {
        NodeSettings settings = FREE_PORTS
                .with(Setting.DISCOVERY_ADDRESSES, first.discoveryAddress())
                .with(Setting.PERSISTENCE, "false")
                .with(Setting.NODE_NAME, name)
                .with(Setting.WORK, work.resolve(name).toString());
        return new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
    }

    private static IgniteClient connect(EmbeddedNode.RunningNode node) {
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(node.clientAddress()).setTimeout(10_000));
    }
}
