package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.jspecify.annotations.Nullable;

/** Key of one piece of a problem: a chunk of its coefficients, of its labels, or of an upload. Pieces of one problem live together. */
public final class ProblemChunkKey {
    @AffinityKeyMapped
    private final String problemId;

    private final int revision;
    private final int index;

    /**
     * @param problemId the {@link StoredProblem}
     * @param revision revision that the piece belongs to; 0 for an upload
     * @param index 0, 1, 2 … without gaps
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ProblemChunkKey(String problemId, int revision, int index) {
        this.problemId = Require.text("problemId", problemId);
        this.revision = (int) Require.within("revision", revision, 0, Integer.MAX_VALUE);
        this.index = (int) Require.within("index", index, 0, Integer.MAX_VALUE);
    }

    public String problemId() {
        return problemId;
    }

    public int revision() {
        return revision;
    }

    public int index() {
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProblemChunkKey that
                && problemId.equals(that.problemId)
                && revision == that.revision
                && index == that.index;
    }

    @Override
    public int hashCode() {
        return Objects.hash(problemId, revision, index);
    }

    @Override
    public String toString() {
        return "ProblemChunkKey[%s, %d, %d]".formatted(problemId, revision, index);
    }
}
