package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/**
 * An answer to a quadratic problem, recomputed from its coefficients. Stored by run id; crosses the grid wire.
 */
public final class AnnealingSolution {
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "PROBLEM_ID")
    private final String problemId;

    @QuerySqlField(name = "REVISION")
    private final int revision;

    @QuerySqlField(name = "VARIABLES")
    private final int variables;

    private final long[] words;

    @QuerySqlField(name = "OBJECTIVE")
    private final double value;

    @QuerySqlField(name = "FOUND_ROUND")
    private final int foundRound;

    @QuerySqlField(name = "FOUND_MILLIS")
    private final long foundMillis;

    @QuerySqlField(name = "FOUND_NODE")
    private final String foundNode;

    /**
     * @param runId the run that found it; empty for an answer given with a change of coefficients
     * @param problemId the {@link StoredProblem}
     * @param revision revision that it answers
     * @param variables number of variables
     * @param words the bits, bit i in word i / 64; bit 0 stands for -1 where the domain is spins
     * @param value objective
     * @param foundRound round in which it was found
     * @param foundMillis when it was found, milliseconds since the run started
     * @param foundNode id of the node that found it; empty for the exchange between nodes
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AnnealingSolution(
            String runId,
            String problemId,
            int revision,
            int variables,
            long[] words,
            double value,
            int foundRound,
            long foundMillis,
            String foundNode) {
        this.runId = runId;
        this.problemId = Require.text("problemId", problemId);
        this.revision = revision;
        this.variables = variables;
        this.words = words.clone();
        this.value = value;
        this.foundRound = foundRound;
        this.foundMillis = foundMillis;
        this.foundNode = foundNode;
    }

    /** Returns the run that found it; empty for an answer given with a change of coefficients. */
    public String runId() {
        return runId;
    }

    /** Returns the {@link StoredProblem}. */
    public String problemId() {
        return problemId;
    }

    /** Returns revision that it answers. */
    public int revision() {
        return revision;
    }

    /** Returns number of variables. */
    public int variables() {
        return variables;
    }

    /** Returns the bits, bit i in word i / 64; bit 0 stands for -1 where the domain is spins. */
    public long[] words() {
        return words.clone();
    }

    /** Returns objective. */
    public double value() {
        return value;
    }

    /** Returns round in which it was found. */
    public int foundRound() {
        return foundRound;
    }

    /** Returns when it was found, milliseconds since the run started. */
    public long foundMillis() {
        return foundMillis;
    }

    /** Returns id of the node that found it; empty for the exchange between nodes. */
    public String foundNode() {
        return foundNode;
    }

    /**
     * Returns one variable's bit.
     *
     * @param variable 0 to {@link #variables()} - 1
     */
    public int bit(int variable) {
        return (int) (words[variable >>> 6] >>> variable & 1);
    }

    @Override
    public String toString() {
        return "AnnealingSolution[%s, revision %d, %s]".formatted(problemId, revision, value);
    }
}
