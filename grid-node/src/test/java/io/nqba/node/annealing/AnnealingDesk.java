package io.nqba.node.annealing;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemReader;
import io.nqba.compute.optimisation.format.ReadLimits;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.optimisation.GridDesk;
import io.nqba.node.testing.GridFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;

/** Uploads, changes and solves problems. */
public final class AnnealingDesk extends GridDesk {
    /** Small enough that every upload of a test has several pieces. */
    private static final int PIECE = 4_096;

    public AnnealingDesk(IgniteClient client) {
        super(client);
    }

    /** A request whose fields a test changes. */
    public static final class Wish {
        private long timeLimitMillis = 2_000;
        private long sweeps;
        private double target = Double.NaN;
        private long roundMillis = 100;
        private int workers;
        private int nodes;
        private long seed = 1;
        private int priority = 5;
        private boolean warmStart;

        public Wish millis(long millis) {
            timeLimitMillis = millis;
            return this;
        }

        public Wish sweeps(long count, int byWorkers) {
            sweeps = count;
            workers = byWorkers;
            return this;
        }

        public Wish target(double value) {
            target = value;
            return this;
        }

        public Wish roundMillis(long millis) {
            roundMillis = millis;
            return this;
        }

        public Wish nodes(int most) {
            nodes = most;
            return this;
        }

        public Wish workers(int count) {
            workers = count;
            return this;
        }

        public Wish seed(long value) {
            seed = value;
            return this;
        }

        public Wish priority(int value) {
            priority = value;
            return this;
        }

        public Wish warm() {
            warmStart = true;
            return this;
        }

        AnnealingRequest of(StoredProblem problem) {
            return new AnnealingRequest(
                    problem.problemId(),
                    problem.name(),
                    BusinessUnit.PLATFORM,
                    timeLimitMillis,
                    sweeps,
                    target,
                    0,
                    roundMillis,
                    workers,
                    nodes,
                    seed,
                    priority,
                    warmStart);
        }
    }

    public StoredProblem store(String name, String text, String format) {
        return importUpload(UUID.randomUUID().toString(), name, text, format);
    }

    public StoredProblem importUpload(String problemId, String name, String text, String format) {
        int pieces = upload(problemId, text);
        return call(
                StoredProblem.class,
                TaskNames.IMPORT_PROBLEM,
                new ImportProblem(problemId, name, format, 0, pieces, "tester"));
    }

    public int upload(String problemId, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int pieces = Math.max(1, (bytes.length + PIECE - 1) / PIECE);
        var uploads = client().<ProblemChunkKey, byte[]>cache(CacheNames.PROBLEM_UPLOAD);
        for (int index = 0; index < pieces; index++) {
            int from = index * PIECE;
            uploads.put(
                    new ProblemChunkKey(problemId, 0, index),
                    Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
        }
        return pieces;
    }

    public OptimizationRun submit(StoredProblem problem, Wish wish) {
        return submit(UUID.randomUUID().toString(), wish.of(problem));
    }

    public OptimizationRun submit(String runId, AnnealingRequest request) {
        return call(OptimizationRun.class, TaskNames.SUBMIT_RUN, new SubmitRun(runId, request, "tester"));
    }

    public StoredProblem delete(String problemId) {
        return call(StoredProblem.class, TaskNames.DELETE_PROBLEM, problemId);
    }

    public ChangedProblem change(StoredProblem problem, int revision, List<CoefficientEdit> edits, long answerMillis) {
        return call(
                ChangedProblem.class,
                TaskNames.CHANGE_PROBLEM,
                new ChangeProblem(problem.problemId(), revision, edits, answerMillis, "tester"));
    }

    public AnnealingSolution solution(String runId) {
        return client().<String, AnnealingSolution>cache(CacheNames.ANNEALING_SOLUTION)
                .get(runId);
    }

    /** Returns the rounds of a run up to the first missing one. */
    public List<AnnealingRound> rounds(String runId) {
        var rows = new ArrayList<AnnealingRound>();
        var cache = client().<RunProgressKey, AnnealingRound>cache(CacheNames.ANNEALING_ROUND);
        for (long round = 1; ; round++) {
            AnnealingRound row = cache.get(new RunProgressKey(runId, round));
            if (row == null) {
                return rows;
            }
            rows.add(row);
        }
    }

    /** A graph for a maximal cut, in rudy's text. */
    public static String graph(int vertices, int edges, long seed) {
        var random = new SplittableRandom(seed);
        var seen = new LinkedHashSet<Long>();
        while (seen.size() < edges) {
            long i = random.nextInt(vertices);
            long j = random.nextInt(vertices);
            if (i != j) {
                seen.add(Math.min(i, j) * vertices + Math.max(i, j));
            }
        }
        var text = new StringBuilder(vertices + " " + edges + "\n");
        for (long pair : seen) {
            text.append(pair / vertices + 1)
                    .append(' ')
                    .append(pair % vertices + 1)
                    .append(random.nextBoolean() ? " 1\n" : " -1\n");
        }
        return text.toString();
    }

    /** Returns the place in the grid of a node, or of the first other one. */
    public static int indexOf(GridFixture grid, String nodeId, boolean itself) {
        return IntStream.range(0, grid.size())
                .filter(node ->
                        grid.ignite(node).cluster().localNode().id().toString().equals(nodeId) == itself)
                .findFirst()
                .orElseThrow();
    }

    /** Reads a problem as the grid does. */
    public static QuadraticProblem read(String text) {
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return ProblemReader.read(bytes, Optional.empty(), ReadLimits.defaults())
                    .problem();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the value of stored bits by the problem's own coefficients. */
    public static double value(QuadraticProblem problem, AnnealingSolution solution) {
        byte[] bits = new byte[solution.variables()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) solution.bit(i);
        }
        return problem.value(bits);
    }
}
