package io.nqba.node.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.CacheStatus;
import io.nqba.model.grid.GridStatus;
import io.nqba.model.grid.NodeStatus;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.lifecycle.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged node and the script around it, as an operator meets them. */
class NodeProcessIT {
    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void thePackagedNodeServesSqlAndLeavesCleanly() throws SQLException, InterruptedException {
        Path work = directory.resolve("work");
        try (NodeProcess node = NodeProcess.fromJar(work, founder())) {
            awaitReady(node);
            try (IgniteClient client = connect(node)) {
                client.cache(CacheNames.SITE).put("s1", new Site("s1", "d1", "Home", "t1", 10, 5));
            }
            assertThat(nameOverJdbc(node)).isEqualTo("Home");

            node.terminate();

            assertThat(node.exitCode()).isZero();
            assertThat(node.errors()).isEmpty();
            assertThat(node.hasState()).isFalse();
        }
        try (NodeProcess node = NodeProcess.fromJar(work, founder())) {
            awaitReady(node);
            assertThat(nameOverJdbc(node)).isEqualTo("Home");
        }
    }

    @Test
    void nodesThatJoinByScriptFormAGridWithOneBackup() {
        Path work = directory.resolve("work");
        Map<String, String> inMemory = Map.of("NQBA_PERSISTENCE", "false");
        try (NodeProcess first = NodeProcess.fromScript(work, founder(), "--found", "--in-memory")) {
            awaitReady(first);
            // Named by the address, and found by the state file of the first.
            String join = first.state("discovery");
            Path two = directory.resolve("two");
            try (NodeProcess second = NodeProcess.fromScript(
                            two, inMemory, "--join", join, "--name", "two", "--work", two.toString());
                    NodeProcess third = NodeProcess.fromScript(work, Map.of(), "--name", "three")) {
                awaitReady(second);
                Awaitility.await().atMost(START).untilAsserted(() -> {
                    GridStatus status = status(first);
                    assertThat(status.nodes())
                            .extracting(NodeStatus::consistentId)
                            .containsExactlyInAnyOrder("node-1", "two", "three");
                    assertThat(status.nodes())
                            .allSatisfy(
                                    node -> assertThat(node.primaryPartitions()).isPositive());
                    assertThat(status.caches())
                            .filteredOn(cache -> cache.name().equals(CacheNames.SITE))
                            .extracting(CacheStatus::backups)
                            .containsExactly(1);
                });
                assertThat(third.errors()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NQBA_CLIENT_PORT | abc | 2 | NQBA-NODE-001: The NQBA_CLIENT_PORT (abc) must be a port",
                "NQBA_NODE_XML | nowhere.xml | 2 | NQBA-NODE-001: The NQBA_NODE_XML (nowhere.xml) is no file",
                "NQBA_WORK | /dev/null/work | 4 | NQBA-NODE-003: The NQBA_WORK (/dev/null/work) is no directory",
                "NQBA_REGION_MB | 16000000 | 6 | NQBA-NODE-101: The rows (NQBA_REGION_MB 16000000 MB) and the heap",
            })
    void aProblemIsOneLineAndACode(String variable, String value, int code, String line) throws InterruptedException {
        try (NodeProcess node = NodeProcess.fromJar(directory.resolve("work"), Map.of(variable, value))) {
            assertThat(node.exitCode()).isEqualTo(code);
            assertThat(node.errors()).startsWith(line).contains(" Fix: ").hasLineCount(1);
        }
    }

    @Test
    void aTakenPortIsOneLineAndACode() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NodeProcess node = NodeProcess.fromJar(
                        directory.resolve("work"),
                        Map.of("NQBA_CLIENT_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(node.exitCode()).isEqualTo(3);
            assertThat(node.errors())
                    .startsWith("NQBA-NODE-002: The NQBA_CLIENT_PORT (127.0.0.1:" + taken.getLocalPort() + ")")
                    .hasLineCount(1);
        }
    }

    @Test
    void aGridThatDoesNotAnswerIsOneLineAndACode() throws InterruptedException, IOException {
        Map<String, String> nobody =
                Map.of("NQBA_DISCOVERY_ADDRESSES", "127.0.0.1:" + freePort(), "NQBA_JOIN_SECONDS", "1");
        try (NodeProcess node = NodeProcess.fromJar(directory.resolve("work"), nobody)) {
            assertThat(node.exitCode()).isEqualTo(7);
            assertThat(node.errors()).startsWith("NQBA-GRID-101: ").hasLineCount(1);
        }
    }

    @Test
    void aFaultThatTheNodeCannotSurviveEndsItWithACodeOfItsOwn() throws InterruptedException {
        Map<String, String> small = new HashMap<>(founder());
        small.put("NQBA_PERSISTENCE", "false");
        small.put("NQBA_REGION_MB", "64");
        try (NodeProcess node = NodeProcess.fromJar(directory.resolve("work"), small)) {
            awaitReady(node);
            try (IgniteClient client = connect(node)) {
                assertThatThrownBy(() -> fill(client)).isInstanceOf(ClientException.class);
            }
            assertThat(node.exitCode()).isEqualTo(70);
        }
    }

    /** Stores more than the memory for rows takes. */
    private static void fill(IgniteClient client) {
        for (int i = 0; i < 128; i++) {
            client.cache(CacheNames.PLATFORM_SECRET).put("big-" + i, new byte[1 << 20]);
        }
    }

    @Test
    void aScriptWithoutAGridSaysHowToGetOne() throws InterruptedException, IOException {
        Path work = Files.createDirectory(directory.resolve("work"));
        try (NodeProcess node = NodeProcess.fromScript(work, Map.of())) {
            assertThat(node.exitCode()).isEqualTo(7);
            assertThat(node.errors())
                    .contains("scripts/run.sh", "--join", "--found")
                    .hasLineCount(1);
        }
    }

    /** A founder must know its own discovery port beforehand. */
    private static Map<String, String> founder() {
        String port = Integer.toString(freePort());
        return Map.of("NQBA_DISCOVERY_PORT", port, "NQBA_DISCOVERY_ADDRESSES", "127.0.0.1:" + port);
    }

    private static int freePort() {
        return new FreePorts(InetAddress.getLoopbackAddress()).next();
    }

    private static void awaitReady(NodeProcess node) {
        URI ready = URI.create("http://" + node.state("http") + "/health/ready");
        HttpClient http = HttpClient.newHttpClient();
        Awaitility.await()
                .atMost(START)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                                        .body())
                        .isEqualTo("{\"status\":\"UP\"}"));
    }

    private static IgniteClient connect(NodeProcess node) {
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(node.state("client")).setTimeout(10_000));
    }

    private static GridStatus status(NodeProcess node) throws InterruptedException {
        try (IgniteClient client = connect(node)) {
            TaskReply<GridStatus> reply = client.compute().execute(TaskNames.GRID_STATUS, null);
            return reply.orThrow();
        }
    }

    private static String nameOverJdbc(NodeProcess node) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:ignite:thin://" + node.state("client"));
                var statement = connection.prepareStatement("SELECT NAME FROM SITE WHERE SITE_ID = ?")) {
            statement.setString(1, "s1");
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
