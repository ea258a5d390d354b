package io.nqba.browser;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.EmbeddedNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A console over the embedded node with its demo data, as a first start makes it; one for all browser tests. */
final class DemoGrid {
    private static EmbeddedNode.@Nullable RunningNode node;
    private static @Nullable TestConsole console;

    private DemoGrid() {}

    static synchronized TestConsole console() {
        if (console == null) {
            console = TestConsole.start(clientAddress(), "--spring.profiles.active=dev");
        }
        return console;
    }

    private static String clientAddress() {
        if (node == null) {
            Path work = workDirectory();
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
