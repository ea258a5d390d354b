package io.nqba.node.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A node as a process of its own, from the packaged jar or from {@code scripts/node.sh}. Killed when closed. */
final class NodeProcess implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, String> FREE_PORTS = Map.of(
            "NQBA_DISCOVERY_PORT", "0",
            "NQBA_COMMUNICATION_PORT", "0",
            "NQBA_CLIENT_PORT", "0",
            "NQBA_HTTP_PORT", "0",
            "NQBA_REGION_MB", "128",
            "NQBA_PARTITIONS", "16",
            "NQBA_BASELINE_ADJUST_MILLIS", "0");

    private static final int LAST_LINES = 40;

    private final Process process;
    private final Path work;
    private final Path log;
    private final Path errors;

    private NodeProcess(Process process, Path work, Path log, Path errors) {
        this.process = process;
        this.work = work;
        this.log = log;
        this.errors = errors;
    }

    /** Starts {@code java -jar} on the packaged node. */
    static NodeProcess fromJar(Path work, Map<String, String> environment) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return start(List.of(java.toString(), "-Xmx256m", "-jar", packagedNode().toString()), work, environment);
    }

    /** Starts {@code scripts/node.sh}. */
    static NodeProcess fromScript(Path work, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("scripts/node.sh").toString());
        command.addAll(List.of(arguments));
        return start(command, work, environment);
    }

    private static NodeProcess start(List<String> command, Path work, Map<String, String> environment) {
        try {
            Path log = Files.createTempFile(work.getParent(), "node-", ".log");
            Path errors = Files.createTempFile(work.getParent(), "node-", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(log.toFile()).redirectError(errors.toFile());
            Map<String, String> all = new HashMap<>(FREE_PORTS);
            all.put("NQBA_WORK", work.toString());
            all.put("NQBA_JVM_OPTIONS", "-Xms64m -Xmx256m");
            // The jars of this very build.
            all.put("NQBA_BUILD", "false");
            all.put("JAVA_HOME", System.getProperty("java.home"));
            all.putAll(environment);
            builder.environment().putAll(all);
            return new NodeProcess(builder.start(), work, log, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path packagedNode() {
        try (Stream<Path> jars = Files.list(ROOT.resolve("grid-node/target"))) {
            return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the node has joined and returns what its state file says of it. */
    String state(String key) {
        Path file = work.resolve("grid.properties");
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(file) || !process.isAlive());
        Properties state = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            state.load(reader);
            return state.getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException(errors() + "\n" + lastLines(), e);
        }
    }

    boolean hasState() {
        return Files.exists(work.resolve("grid.properties"));
    }

    /** Asks it to stop, as a supervisor does. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end and returns the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("The node does not end.");
        }
        return process.exitValue();
    }

    /** Returns what it wrote to standard error, but for the JVM's remark on the module of the vector kernels. */
    String errors() {
        try (Stream<String> lines = Files.lines(errors)) {
            return lines.filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
