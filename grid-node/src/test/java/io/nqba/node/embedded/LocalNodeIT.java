package io.nqba.node.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.EmbeddedNode;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNodeIT {
    private static final Site SITE = new Site("s1", "d1", "Home", "t1", 10, 5);

    @Test
    void theConsoleFindsIt() {
        assertThat(ServiceLoader.load(EmbeddedNode.class).findFirst()).containsInstanceOf(LocalNode.class);
    }

    @Test
    void whatWasStoredIsThereAfterARestart(@TempDir Path work) {
        try (var node = new LocalNode().start(work, false, null);
                IgniteClient client = connect(node)) {
            client.cache(CacheNames.SITE).put("s1", SITE);
        }

        try (var node = new LocalNode().start(work, false, null);
                IgniteClient client = connect(node)) {
            assertThat(client.cache(CacheNames.SITE).get("s1")).isEqualTo(SITE);
        }
    }

    @Test
    void inMemoryKeepsNothing(@TempDir Path work) {
        try (var node = new LocalNode().start(work, true, null);
                IgniteClient client = connect(node)) {
            client.cache(CacheNames.SITE).put("s1", SITE);
        }

        try (var node = new LocalNode().start(work, true, null);
                IgniteClient client = connect(node)) {
            assertThat(client.cache(CacheNames.SITE).get("s1")).isNull();
        }
    }

    private static IgniteClient connect(EmbeddedNode.RunningNode node) {
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(node.clientAddress()).setTimeout(10_000));
    }
}
