package io.nqba.bench;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.springframework.util.FileSystemUtils;

/** A real grid of one or more nodes in this JVM, and a thin client that submits runs as the console does. Keeps nothing. */
final class BenchGrid implements AutoCloseable {
    private static final int USUAL_REGION_MB = 1_024;
    private static final long READY_MILLIS = 60_000;
    private static final long RUN_MILLIS = 300_000;
    private static final long POLL_MILLIS = 2;

    private final Path work;
    private final List<GridNode> nodes = new ArrayList<>();
    private final IgniteClient client;

    BenchGrid(int size) throws IOException, InterruptedException {
        this(size, USUAL_REGION_MB);
    }

    /** @param regionMb memory for the rows of each node, megabytes */
    BenchGrid(int size, int regionMb) throws IOException, InterruptedException {
        work = Files.createTempDirectory("nqba-bench-");
        for (int i = 0; i < size; i++) {
            addNode(i, regionMb);
        }
        String address = clientAddress();
        client = Ignition.startClient(
                new ClientConfiguration().setAddresses(address).setTimeout((int) RUN_MILLIS));
    }

    private void addNode(int index, int regionMb) throws InterruptedException {
        String join = index == 0 ? "" : "127.0.0.1:" + nodes.get(0).settings().text(Setting.DISCOVERY_PORT);
        NodeSettings settings = NodeSettings.read(variable -> null)
                .with(Setting.NODE_NAME, "bench-" + UUID.randomUUID().toString().substring(0, 8))
                .with(Setting.WORK, work.resolve("node-" + index).toString())
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.PERSISTENCE, "false")
                .with(Setting.REGION_MB, Integer.toString(regionMb))
                .with(Setting.BASELINE_ADJUST_MILLIS, "0")
                .with(Setting.DISCOVERY_ADDRESSES, join);
        GridNode node = new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
        nodes.add(node);
        node.run(READY_MILLIS);
    }

    /** Returns {@code host:port} for thin clients. */
    String clientAddress() {
        return "127.0.0.1:" + nodes.get(0).settings().text(Setting.CLIENT_PORT);
    }

    Ignite ignite() {
        return nodes.get(0).ignite();
    }

    /** Runs a compute task by thin client, as the console does. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // The task says what it answers.
    <A, R> R ask(String task, A argument) throws InterruptedException {
        TaskReply<R> reply = client.compute().execute(task, argument);
        return reply.orThrow();
    }

    /** Submits and waits for the end; refuses to go on with a run that did not succeed, for its figures would mean nothing. */
    Measured run(RunRequest request) throws InterruptedException {
        String runId = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        client.compute()
                .<SubmitRun, TaskReply<OptimizationRun>>execute(
                        TaskNames.SUBMIT_RUN, new SubmitRun(runId, request, "bench"))
                .orThrow();
        OptimizationRun run = find(runId);
        while (!run.state().terminal()) {
            if (System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(RUN_MILLIS)) {
                throw new IllegalStateException("The run (%s) did not end in time.".formatted(run));
            }
            Thread.sleep(POLL_MILLIS);
            run = find(runId);
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        if (run.state() != RunState.SUCCEEDED || !run.problem().isEmpty()) {
            throw new IllegalStateException("The run (%s) did not succeed: %s".formatted(run, run.problem()));
        }
        return new Measured(run, millis);
    }

    /** Returns the largest number of bytes that came up in one round of a run. */
    long bytesPerRound(String runId) {
        return progress(runId).stream()
                .filter(row -> row.round() > 0)
                .mapToLong(RunProgress::bytes)
                .max()
                .orElse(0);
    }

    /** Returns what a run told of itself, step by step. */
    List<RunProgress> progress(String runId) {
        var rows = client.<RunProgressKey, RunProgress>cache(CacheNames.RUN_PROGRESS);
        List<RunProgress> told = new ArrayList<>();
        RunProgress row;
        while ((row = rows.get(new RunProgressKey(runId, told.size() + 1))) != null) {
            told.add(row);
        }
        return told;
    }

    private OptimizationRun find(String runId) {
        return client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(runId);
    }

    @Override
    public void close() throws IOException {
        client.close();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).close();
        }
        FileSystemUtils.deleteRecursively(work);
    }

    /**
     * A run that ended.
     *
     * @param run as it ended
     * @param millis from the submission to the end as a client sees it
     */
    record Measured(OptimizationRun run, double millis) {}
}
