package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;

/**
 * The problems that this node has read, by revision: several runs and lanes share one copy. Whoever comes first reads, the others wait
 * for it. The ones unused for longest leave when all together would take more than a share of the heap.
 */
final class ProblemShelf {
    private static final String KEY = "nqba.annealing.shelf";
    private static final double HEAP_SHARE = 0.25;
    private static final int MOST_LOOKS = 5;

    private final Ignite ignite;
    private final long room;
    private final LinkedHashMap<Name, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);

    private ProblemShelf(Ignite ignite, long room) {
        this.ignite = ignite;
        this.room = room;
    }

    private record Name(String problemId, int revision) {}

    private record Copy(CompletableFuture<QuadraticProblem> problem, long bytes) {}

    /** Returns the shelf of the node. */
    static ProblemShelf of(Ignite ignite) {
        ConcurrentMap<String, ProblemShelf> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(
                KEY,
                key -> new ProblemShelf(
                        ignite, (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory())));
    }

    /**
     * Returns a revision of a problem.
     *
     * @throws NqbaException if it is gone, or too large for this node
     */
    QuadraticProblem get(String problemId, int revision) {
        var name = new Name(problemId, revision);
        StoredProblem row = new ProblemStore(ignite).require(problemId);
        ProblemSize.refuseTooLarge(row);
        boolean mine = false;
        Copy copy;
        synchronized (copies) {
            copy = copies.get(name);
            if (copy == null) {
                mine = true;
                copy = new Copy(new CompletableFuture<>(), ProblemSize.bytes(row));
                copies.put(name, copy);
                makeRoom(name);
            }
        }
        if (mine) {
            read(name, row, copy);
        }
        try {
            return copy.problem().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Puts a revision on the shelf that came about here. */
    void put(String problemId, int revision, QuadraticProblem problem, StoredProblem row) {
        var name = new Name(problemId, revision);
        synchronized (copies) {
            copies.put(name, new Copy(CompletableFuture.completedFuture(problem), ProblemSize.bytes(row)));
            makeRoom(name);
        }
    }

    private void read(Name name, StoredProblem row, Copy copy) {
        try {
            copy.problem().complete(read(name, row));
        } catch (RuntimeException | OutOfMemoryError failed) {
            synchronized (copies) {
                copies.remove(name, copy);
            }
            copy.problem()
                    .completeExceptionally(failed instanceof OutOfMemoryError ? ProblemSize.tooLarge(row) : failed);
        }
    }

    private QuadraticProblem read(Name name, StoredProblem first) {
        var store = new ProblemStore(ignite);
        StoredProblem row = first;
        for (int look = 1; ; look++) {
            try {
                return store.load(row, name.revision());
            } catch (MissingPieceException outOfDate) {
                if (look == MOST_LOOKS) {
                    throw new NqbaException(
                            ErrorCode.NOT_FOUND,
                            "Pieces of the problem (%s) are missing.".formatted(name.problemId()),
                            "Upload the problem again.");
                }
                row = store.require(name.problemId());
            }
        }
    }

    /** Lets the ones unused for longest go, never the one just asked for. */
    private void makeRoom(Name asked) {
        long taken = copies.values().stream().mapToLong(Copy::bytes).sum();
        Iterator<Map.Entry<Name, Copy>> eldest = copies.entrySet().iterator();
        while (taken > room && eldest.hasNext()) {
            Map.Entry<Name, Copy> entry = eldest.next();
            if (!Objects.equals(entry.getKey(), asked)) {
                taken -= entry.getValue().bytes();
                eldest.remove();
            }
        }
    }
}
