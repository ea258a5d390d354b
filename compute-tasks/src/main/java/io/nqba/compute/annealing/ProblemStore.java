package io.nqba.compute.annealing;

import static org.apache.ignite.transactions.TransactionConcurrency.PESSIMISTIC;
import static org.apache.ignite.transactions.TransactionIsolation.REPEATABLE_READ;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemChunks;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/**
 * Problems in the grid: a row that exists only when its chunks do, the chunks of one revision, and the edits of the revisions after it.
 * All of a problem lies on one node.
 */
final class ProblemStore {
    private static final long TX_TIMEOUT_MILLIS = 10_000;

    /** Revision under which the names of the variables lie; they are the same in all revisions. */
    private static final int LABELS = 0;

    private static final int LABELS_PER_PIECE = 10_000;

    private final Ignite ignite;
    private final IgniteCache<String, StoredProblem> rows;
    private final IgniteCache<ProblemChunkKey, Object> chunks;
    private final IgniteCache<String, ElitePack> elites;

    ProblemStore(Ignite ignite) {
        this.ignite = ignite;
        rows = ignite.cache(CacheNames.OPTIMIZATION_PROBLEM);
        chunks = ignite.cache(CacheNames.PROBLEM_CHUNK);
        elites = ignite.cache(CacheNames.PROBLEM_ELITE);
    }

    Optional<StoredProblem> find(String problemId) {
        return Optional.ofNullable(rows.get(problemId));
    }

    /** Returns the row, or refuses with what to do. */
    StoredProblem require(String problemId) {
        return find(problemId).orElseThrow(() -> unknown(problemId));
    }

    static NqbaException unknown(String problemId) {
        String problem = "There is no problem (%s).".formatted(problemId);
        String remedy = "Upload it first, or list the problems to find its id.";
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                problem,
                remedy,
                List.of(new FieldProblem("problemId", problemId, problem, remedy)),
                null);
    }

    /** Writes the pieces first and the row last, so that whoever sees the row sees all of it. */
    void add(StoredProblem row, List<byte[]> pieces, List<String> labels) {
        putChunks(row.problemId(), row.baseRevision(), pieces);
        for (int from = 0, index = 0; from < labels.size(); from += LABELS_PER_PIECE, index++) {
            String[] piece = labels.subList(from, Math.min(labels.size(), from + LABELS_PER_PIECE))
                    .toArray(new String[0]);
            chunks.put(new ProblemChunkKey(row.problemId(), LABELS, index), piece);
        }
        rows.put(row.problemId(), row);
    }

    private void putChunks(String problemId, int revision, List<byte[]> pieces) {
        for (int index = 0; index < pieces.size(); index++) {
            chunks.put(new ProblemChunkKey(problemId, revision, index), pieces.get(index));
        }
    }

    /** Stores a further revision as edits beside the chunks. Belongs into a transaction that has read the row. */
    void change(StoredProblem changed, ChangeProblem order) {
        chunks.put(new ProblemChunkKey(changed.problemId(), changed.revision(), 0), order);
        rows.put(changed.problemId(), changed);
    }

    /** Puts chunks of the newest revision in the place of older chunks and the edits since. */
    void fold(StoredProblem before, StoredProblem folded, ProblemChunks pieces) {
        putFolded(folded, pieces.chunks());
        boolean stored = inTransaction(() -> {
            StoredProblem now = rows.get(before.problemId());
            if (now == null || now.revision() != before.revision()) {
                return false;
            }
            rows.put(folded.problemId(), folded);
            return true;
        });
        if (stored) {
            removeChunks(before);
        }
    }

    /** The chunk of index 0 takes the place of the edits that led to this revision: readers tell them apart by type. */
    private void putFolded(StoredProblem folded, List<byte[]> pieces) {
        for (int index = pieces.size() - 1; index >= 0; index--) {
            chunks.put(new ProblemChunkKey(folded.problemId(), folded.revision(), index + 1), pieces.get(index));
        }
    }

    /** Removes the row; the rest goes by {@link #removeRest}, after the transaction that this belongs into. */
    void removeRow(String problemId) {
        rows.remove(problemId);
    }

    void removeRest(StoredProblem row) {
        removeChunks(row);
        for (int index = 0; row.labelled() && index * LABELS_PER_PIECE < row.variables(); index++) {
            chunks.remove(new ProblemChunkKey(row.problemId(), LABELS, index));
        }
        elites.remove(row.problemId());
    }

    private void removeChunks(StoredProblem row) {
        for (int index = 0; index <= row.chunks(); index++) {
            chunks.remove(new ProblemChunkKey(row.problemId(), row.baseRevision(), index));
        }
        for (int revision = row.baseRevision() + 1; revision <= row.revision(); revision++) {
            chunks.remove(new ProblemChunkKey(row.problemId(), revision, 0));
        }
    }

    Optional<ElitePack> elites(String problemId) {
        return Optional.ofNullable(elites.get(problemId));
    }

    /** Keeps answers for the next run or change. */
    void keep(String problemId, ElitePack pack) {
        elites.put(problemId, pack);
    }

    /**
     * Reads a revision.
     *
     * @throws NqbaException if it is gone
     */
    QuadraticProblem load(StoredProblem row, int revision) {
        if (revision < row.baseRevision() || revision > row.revision()) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "Revision %d of the problem (%s) is not kept; the oldest is %d."
                            .formatted(revision, row.problemId(), row.baseRevision()),
                    "Submit the run again; it then answers the newest revision.");
        }
        List<byte[]> pieces = new ArrayList<>(row.chunks());
        // Folded chunks start at 1: 0 is where the edits of that revision lay.
        int first = row.baseRevision() == 1 ? 0 : 1;
        for (int index = first; index < first + row.chunks(); index++) {
            pieces.add((byte[]) piece(row, row.baseRevision(), index));
        }
        QuadraticProblem problem = new ProblemChunks(pieces, row.contentHash()).problem();
        for (int later = row.baseRevision() + 1; later <= revision; later++) {
            var order = (ChangeProblem) piece(row, later, 0);
            problem = CoefficientEdits.apply(problem, order.edits()).problem();
        }
        return problem;
    }

    private Object piece(StoredProblem row, int revision, int index) {
        Object piece = chunks.get(new ProblemChunkKey(row.problemId(), revision, index));
        if (piece == null) {
            throw new MissingPieceException(row.problemId(), revision, index);
        }
        return piece;
    }

    /** Runs one step over rows of a problem. */
    <R> R inTransaction(Supplier<R> step) {
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            R result = step.get();
            transaction.commit();
            return result;
        }
    }
}
