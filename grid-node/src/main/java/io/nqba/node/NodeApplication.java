package io.nqba.node;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.batch.NqbaCommand;
import io.nqba.node.health.HealthServer;
import io.nqba.node.lifecycle.ExitCode;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeConfiguration;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.load.LoadCommand;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server node as a process: {@code java -jar grid-node-exec.jar [node.xml]}. Everything else comes from the
 * environment; {@code --settings} lists it. Leaves the grid and exits with 0 on SIGTERM and SIGINT. When it cannot start
 * it writes one line to standard error and exits with the code that {@link ExitCode} gives for the problem.
 */
public final class NodeApplication {
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable GridNode node;
    private volatile ExitCode exitCode = ExitCode.STOPPED;

    private NodeApplication() {}

    public static void main(String[] arguments) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "config/ignite/logback.xml");
        }
        if (arguments.length > 0 && arguments[0].equals("load")) {
            System.exit(LoadCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals("nqba")) {
            System.exit(NqbaCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length == 1 && arguments[0].startsWith("--")) {
            System.exit(answer(arguments[0]).code());
        }
        new NodeApplication().run(arguments);
    }

    private static ExitCode answer(String option) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        switch (option) {
            case "--help" -> out.println("""
                    Usage: java -jar grid-node-exec.jar [node.xml]
                    Starts one grid node; SIGTERM stops it. Settings come from environment variables.
                      node.xml     Spring file to use in place of the packaged one (also: NQBA_NODE_XML)
                      load         load data into a running grid; load --help tells more
                      nqba         solve problems on the grid; nqba --help tells more
                      --settings   list the variables, their defaults and meanings
                      --help       this text""");
            case "--settings" -> {
                for (Setting setting : Setting.values()) {
                    out.printf("%-32s %-22s %s%n", setting.variable(), setting.defaultValue(), setting.meaning());
                }
            }
            default -> {
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                        .println(line(badArgument("The option (%s) is unknown.".formatted(option))));
                return ExitCode.BAD_SETTING;
            }
        }
        return ExitCode.STOPPED;
    }

    private void run(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "node-stop"));
        try {
            start(xml(arguments));
            stopped.await();
        } catch (NqbaException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log().error("The node failed.", e);
            fail(new NqbaException(
                    ErrorCode.INTERNAL,
                    "The node failed: %s.".formatted(e),
                    "See the log of the node for the whole cause."));
        }
    }

    private void start(@Nullable Path xml) throws InterruptedException {
        GridNode joined =
                NodeStart.standalone(NodeSettings.readEnvironment(), xml).join();
        keep(joined);
        joined.closeLater(HealthServer.start(joined, Optional::empty));
        joined.run(Long.MAX_VALUE / 2_000_000);
    }

    private synchronized void keep(GridNode joined) {
        node = joined;
    }

    private static @Nullable Path xml(String[] arguments) {
        if (arguments.length > 1) {
            throw badArgument("There are too many arguments (%d).".formatted(arguments.length));
        }
        String path = arguments.length == 1 ? arguments[0] : NodeSettings.fromProcess(NodeConfiguration.FILE_VARIABLE);
        return path == null || path.isBlank() ? null : Path.of(path);
    }

    private static NqbaException badArgument(String problem) {
        return new NqbaException(
                ErrorCode.INVALID_SETTING, problem, "Give at most the path of a node.xml; --help tells more.");
    }

    private void fail(NqbaException error) {
        exitCode = ExitCode.of(error.code());
        if (exitCode == ExitCode.UNEXPECTED) {
            log().error("The node cannot start.", error);
        }
        new PrintWriter(System.err, true, StandardCharsets.UTF_8).println(line(error));
        System.exit(exitCode.code());
    }

    private static String line(NqbaException error) {
        return "%s: %s Fix: %s"
                .formatted(error.code().id(), error.problem(), error.remedy())
                .replaceAll("\\s*\\R\\s*", " ");
    }

    /** Runs when the JVM ends, whoever asked for it. */
    private synchronized void stop() {
        if (node != null) {
            node.close();
        }
        stopped.countDown();
        // The JVM would report the signal (143); the node did what it was asked to.
        Runtime.getRuntime().halt(exitCode.code());
    }

    /** Looked up late: the log must not start before main has said where its configuration is. */
    private static Logger log() {
        return LoggerFactory.getLogger(NodeApplication.class);
    }
}
