package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code grid.properties} in the work directory of a running node: where it listens. Scripts read it to join the node's
 * grid and to find its ports. Exists from joining to leaving.
 */
final class StateFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    private final Path file;

    private StateFile(Path file) {
        this.file = file;
    }

    static StateFile write(NodeSettings settings) {
        String bind = settings.text(Setting.BIND);
        String lines = String.join(
                        "\n",
                        "name=" + settings.text(Setting.NODE_NAME),
                        "pid=" + ProcessHandle.current().pid(),
                        "discovery=" + bind + ":" + settings.text(Setting.DISCOVERY_PORT),
                        "client=" + bind + ":" + settings.text(Setting.CLIENT_PORT),
                        "http=" + bind + ":" + settings.text(Setting.HTTP_PORT),
                        "persistence=" + settings.text(Setting.PERSISTENCE))
                + "\n";
        Path file = settings.workDirectory().resolve("grid.properties");
        try {
            // Moved into place whole, so that no script reads half of it.
            Path draft = Files.writeString(file.resolveSibling("grid.properties.new"), lines);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new StateFile(file);
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.UNREADABLE_DIRECTORY,
                    "The state file (%s) cannot be written: %s.".formatted(file, e.getMessage()),
                    "Set NQBA_WORK to a directory this user can write to.",
                    List.of(),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("State file stays behind. file={}", file, e);
        }
    }
}
