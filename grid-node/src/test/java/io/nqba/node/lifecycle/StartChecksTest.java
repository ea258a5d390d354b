package io.nqba.node.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartChecksTest {
    private static final long MB = 1024L * 1024L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Test
    void everyPortOfZeroBecomesADifferentFreeOne() {
        NodeSettings passed = StartChecks.pass(settings());

        assertThat(Set.of(
                        passed.whole(Setting.DISCOVERY_PORT),
                        passed.whole(Setting.COMMUNICATION_PORT),
                        passed.whole(Setting.CLIENT_PORT),
                        passed.whole(Setting.HTTP_PORT)))
                .hasSize(4)
                // Below those that outgoing connections and other programs are given before the node opens its own.
                .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_767));
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(settings().with(Setting.CLIENT_PORT, port), ErrorCode.PORT_TAKEN, "NQBA_CLIENT_PORT", port);
        }
    }

    @Test
    void aWorkDirectoryThatIsAFileIsNamed() throws IOException {
        Path file = Files.createFile(work.resolve("file"));

        assertRefused(
                settings().with(Setting.WORK, file.toString()),
                ErrorCode.UNREADABLE_DIRECTORY,
                "NQBA_WORK",
                file.toString());
    }

    @Test
    void anAddressThatDoesNotResolveIsNamed() {
        assertRefused(settings().with(Setting.BIND, "no such host"), ErrorCode.INVALID_SETTING, "no such host");
    }

    @Test
    void moreMemoryThanThereIsIsRefusedWithAllThreeFigures() {
        NodeSettings settings = settings().with(Setting.REGION_MB, "1024");

        StartChecks.memory(settings, 2048 * MB, 1024 * MB);

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> StartChecks.memory(settings, 2047 * MB, 1024 * MB))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_ENOUGH_MEMORY))
                .withMessageContainingAll("1024 MB", "2047 MB", "NQBA_REGION_MB");
    }

    @Test
    void aDirectoryServesOneNodeOfAName() {
        try (WorkLock held = WorkLock.take(work, "node-1")) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> WorkLock.take(work, "node-1"))
                    .withMessageContainingAll(work.toString(), "node-1");
            WorkLock.take(work, "node-2").close();
        }

        WorkLock.take(work, "node-1").close();
    }

    private NodeSettings settings() {
        return NodeSettings.read(variable -> null)
                .with(Setting.WORK, work.toString())
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0");
    }

    private static void assertRefused(NodeSettings settings, ErrorCode code, String... parts) {
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> StartChecks.pass(settings))
                .satisfies(error -> assertThat(error.code()).isEqualTo(code))
                .withMessageContainingAll(parts);
    }
}
