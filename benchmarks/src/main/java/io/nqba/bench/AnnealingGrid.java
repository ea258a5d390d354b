package io.nqba.bench;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.springframework.util.FileSystemUtils;

/** A real grid in this JVM whose nodes search with a given number of threads, and a thin client that uses it as a service does. */
final class AnnealingGrid implements AutoCloseable {
    private static final long READY_MILLIS = 60_000;
    private static final long RUN_MILLIS = 300_000;
    private static final long POLL_MILLIS = 10;
    private static final int PIECE_BYTES = 1 << 20;

    private final Path work;
    private final List<GridNode> nodes = new ArrayList<>();
    private final IgniteClient client;

    AnnealingGrid(int size, int threads) throws IOException, InterruptedException {
        work = Files.createTempDirectory("nqba-bench-");
        for (int i = 0; i < size; i++) {
            addNode(i, threads);
        }
        String address = "127.0.0.1:" + nodes.get(0).settings().text(Setting.CLIENT_PORT);
        client = Ignition.startClient(
                new ClientConfiguration().setAddresses(address).setTimeout((int) RUN_MILLIS));
    }

    private void addNode(int index, int threads) throws InterruptedException {
        String join = index == 0 ? "" : "127.0.0.1:" + nodes.get(0).settings().text(Setting.DISCOVERY_PORT);
        NodeSettings settings = NodeSettings.read(variable -> null)
                .with(Setting.NODE_NAME, "bench-" + UUID.randomUUID().toString().substring(0, 8))
                .with(Setting.WORK, work.resolve("node-" + index).toString())
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.PERSISTENCE, "false")
                .with(Setting.REGION_MB, "256")
                .with(Setting.SEARCH_THREADS, Integer.toString(threads))
                .with(Setting.BASELINE_ADJUST_MILLIS, "0")
                .with(Setting.DISCOVERY_ADDRESSES, join);
        GridNode node = new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
        nodes.add(node);
        node.run(READY_MILLIS);
    }

    /** Uploads and imports a problem. */
    StoredProblem store(String name, byte[] text) throws InterruptedException {
        String problemId = UUID.randomUUID().toString();
        var uploads = client.<ProblemChunkKey, byte[]>cache(CacheNames.PROBLEM_UPLOAD);
        int pieces = 0;
        for (int from = 0; from < text.length; from += PIECE_BYTES) {
            byte[] piece = Arrays.copyOfRange(text, from, Math.min(text.length, from + PIECE_BYTES));
            uploads.put(new ProblemChunkKey(problemId, 0, pieces++), piece);
        }
        var order = new ImportProblem(problemId, name, "", 1, pieces, "bench");
        return client.compute()
                .<ImportProblem, TaskReply<StoredProblem>>execute(TaskNames.IMPORT_PROBLEM, order)
                .orThrow();
    }

    /** Runs to the target or the time limit and returns the rounds, checked against the run. */
    List<AnnealingRound> run(StoredProblem problem, long millis, double target, long seed) throws InterruptedException {
        String runId = UUID.randomUUID().toString();
        var request = new AnnealingRequest(
                problem.problemId(),
                problem.name(),
                BusinessUnit.PLATFORM,
                millis,
                0,
                target,
                0,
                AnnealingRequest.DEFAULT_ROUND_MILLIS,
                0,
                0,
                seed,
                5,
                false);
        client.compute()
                .<SubmitRun, TaskReply<OptimizationRun>>execute(
                        TaskNames.SUBMIT_RUN, new SubmitRun(runId, request, "bench"))
                .orThrow();
        OptimizationRun run = untilEnded(runId);
        if (run.state() != RunState.SUCCEEDED || !run.problem().isEmpty()) {
            throw new IllegalStateException("The run (%s) did not succeed: %s".formatted(run, run.problem()));
        }
        var rows = client.<RunProgressKey, AnnealingRound>cache(CacheNames.ANNEALING_ROUND);
        List<AnnealingRound> rounds = new ArrayList<>();
        for (int round = 1; round <= run.rounds(); round++) {
            rounds.add(rows.get(new RunProgressKey(runId, round)));
        }
        return rounds;
    }

    private OptimizationRun untilEnded(String runId) throws InterruptedException {
        var runs = client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN);
        long begin = System.nanoTime();
        OptimizationRun run = runs.get(runId);
        while (!run.state().terminal()) {
            if (System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(RUN_MILLIS)) {
                throw new IllegalStateException("The run (%s) did not end in time.".formatted(run));
            }
            Thread.sleep(POLL_MILLIS);
            run = runs.get(runId);
        }
        return run;
    }

    /** Changes coefficients and returns the answer that comes with it. */
    ChangedProblem change(StoredProblem problem, List<CoefficientEdit> edits, long answerMillis)
            throws InterruptedException {
        var order = new ChangeProblem(problem.problemId(), 0, edits, answerMillis, "bench");
        return client.compute()
                .<ChangeProblem, TaskReply<ChangedProblem>>execute(TaskNames.CHANGE_PROBLEM, order)
                .orThrow();
    }

    /** Writes a QUBO that is maximised as OR-Library does: every coupling stands for two equal entries. */
    static byte[] orLibrary(QuadraticProblem problem) {
        var text = new StringBuilder();
        int entries = problem.couplings();
        for (int i = 0; i < problem.size(); i++) {
            entries += problem.exactLinear(i) == 0 ? 0 : 1;
        }
        text.append(problem.size()).append(' ').append(entries).append('\n');
        for (int i = 0; i < problem.size(); i++) {
            if (problem.exactLinear(i) != 0) {
                line(text, i, i, problem.exactLinear(i));
            }
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                line(text, i, problem.column(k), problem.exactCoupling(k) / 2);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(StringBuilder text, int i, int j, long value) {
        text.append(i + 1).append(' ').append(j + 1).append(' ').append(value).append('\n');
    }

    @Override
    public void close() throws IOException {
        client.close();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).close();
        }
        FileSystemUtils.deleteRecursively(work);
    }
}
