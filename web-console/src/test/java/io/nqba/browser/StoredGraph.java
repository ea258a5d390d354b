package io.nqba.browser;

import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.SubmitRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A weighted graph of a test: its text, and what a cut of it is worth, counted edge by edge. */
final class StoredGraph {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int vertices;
    /** Pairs of vertices from 0 with their weights. */
    private final int[][] edges;

    private StoredGraph(int vertices, int[][] edges) {
        this.vertices = vertices;
        this.edges = edges;
    }

    /** A random graph with about the given number of edges for each vertex. */
    static StoredGraph random(int vertices, int degree, long seed) {
        Random dice = new Random(seed);
        int[][] edges = new int[vertices * degree / 2][];
        boolean[][] taken = new boolean[vertices][vertices];
        for (int k = 0; k < edges.length; k++) {
            int i;
            int j;
            do {
                i = dice.nextInt(vertices);
                j = dice.nextInt(vertices);
            } while (i == j || taken[i][j]);
            taken[i][j] = true;
            taken[j][i] = true;
            edges[k] = new int[] {i, j, 1 + dice.nextInt(9)};
        }
        return new StoredGraph(vertices, edges);
    }

    /** Returns the graph as Gset writes it. */
    String text() {
        StringBuilder text = new StringBuilder(vertices + " " + edges.length + "\n");
        for (int[] edge : edges) {
            text.append(edge[0] + 1)
                    .append(' ')
                    .append(edge[1] + 1)
                    .append(' ')
                    .append(edge[2])
                    .append('\n');
        }
        return text.toString();
    }

    /** Returns the weight between both sides of a cut, one character for each vertex. */
    long cut(String bits) {
        long weight = 0;
        for (int[] edge : edges) {
            weight += bits.charAt(edge[0]) == bits.charAt(edge[1]) ? 0 : edge[2];
        }
        return weight;
    }

    /** Returns the weight of the heaviest cut, found by trying all. */
    long heaviestCut() {
        long heaviest = 0;
        for (int side = 0; side < 1 << (vertices - 1); side++) {
            long weight = 0;
            for (int[] edge : edges) {
                weight += ((side >> edge[0]) & 1) == ((side >> edge[1]) & 1) ? 0 : edge[2];
            }
            heaviest = Math.max(heaviest, weight);
        }
        return heaviest;
    }

    /** Stores the graph in the grid; returns the id of the problem. */
    String store(TestConsole console, String name) {
        ProblemGateway problems = console.bean(ProblemGateway.class);
        String id = UUID.randomUUID().toString();
        problems.putPiece(id, 0, text().getBytes(StandardCharsets.UTF_8)).block(PATIENCE);
        ProblemView stored = problems.importPieces(new ImportProblem(id, name, "", 1, 1, "council"), PATIENCE)
                .block(PATIENCE);
        return Objects.requireNonNull(stored).id();
    }

    /** Queues a run of a stored problem that goes on until somebody ends it; returns its id. */
    static String search(TestConsole console, String problemId, String name, long seed) {
        return submit(console, problemId, name, seed, 600_000);
    }

    /** Solves a stored problem and waits for the end; returns the id of the run. */
    static String solve(TestConsole console, String problemId, String name, long seed, long millis) {
        RunGateway runs = console.bean(RunGateway.class);
        String id = submit(console, problemId, name, seed, millis);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(id).map(run -> run.state().terminal()).block(PATIENCE));
        return id;
    }

    private static String submit(TestConsole console, String problemId, String name, long seed, long millis) {
        String id = UUID.randomUUID().toString();
        var request = new AnnealingRequest(
                problemId, name, BusinessUnit.PLATFORM, millis, 0, Double.NaN, 0, 100, 0, 0, seed, 5, false);
        console.bean(RunGateway.class)
                .submit(new SubmitRun(id, request, "council"))
                .block(PATIENCE);
        return id;
    }
}
