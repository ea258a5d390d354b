package io.nqba.browser;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.EmbeddedNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A console over the embedded node with its demo data, as a first start makes it; one for all browser tests. */
final class DemoGrid {
    private static EmbeddedNode.@Nullable RunningNode node;
    private static @Nullable TestConsole console;
    private static @Nullable Path keys;

    private DemoGrid() {}

    static synchronized TestConsole console() {
        if (console == null) {
            String address = clientAddress();
            console = TestConsole.start(address, "--spring.profiles.active=dev", "--nqba.keys=" + keys);
        }
        return console;
    }

    /** Returns when the newest reading of a district was taken. */
    static Instant lastReading(String district) {
        Instant last = console()
                .bean(SiteGateway.class)
                .district(district)
                .map(DistrictView::lastReadingAt)
                .block(Duration.ofMinutes(3));
        return Objects.requireNonNull(last);
    }

    /** Returns the rows of a query on the grid. */
    static List<List<?>> rows(String sql, Object... arguments) {
        console();
        try (IgniteClient client = Ignition.startClient(new ClientConfiguration().setAddresses(clientAddress()))) {
            return client.query(new SqlFieldsQuery(sql).setArgs(arguments).setSchema("PUBLIC"))
                    .getAll();
        }
    }

    /** Stores a row as a node would. */
    static void put(String cacheName, Object key, Object value) {
        console();
        try (IgniteClient client = Ignition.startClient(new ClientConfiguration().setAddresses(clientAddress()))) {
            client.cache(cacheName).put(key, value);
        }
    }

    private static String clientAddress() {
        if (node == null) {
            Path work = workDirectory();
            keys = work.resolve("keys");
            // Tests train models of their own, when they want any.
            System.setProperty("NQBA_DEMO_MODELS", "false");
            node = ServiceLoader.load(EmbeddedNode.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no grid-node on the class path."))
                    .start(work, true, null);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(work)));
        }
        return node.clientAddress();
    }

    private static Path workDirectory() {
        try {
            return Files.createTempDirectory("nqba-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void close(Path work) {
        if (console != null) {
            console.close();
        }
        if (node != null) {
            node.close();
        }
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
