package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.ObjectiveSense;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/**
 * What is known of a quadratic problem without its coefficients, which lie in chunks beside it ({@link ProblemChunkKey}). A row exists
 * only when all its chunks do. Immutable; every change of coefficients is a new revision under the same key.
 */
public final class StoredProblem {
    @QuerySqlField(name = "PROBLEM_ID")
    private final String problemId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "FORMAT")
    private final String format;

    @QuerySqlField(name = "SENSE")
    private final ObjectiveSense sense;

    @QuerySqlField(name = "DOMAIN")
    private final ProblemDomain domain;

    @QuerySqlField(name = "VARIABLES")
    private final int variables;

    @QuerySqlField(name = "COUPLINGS")
    private final long couplings;

    @QuerySqlField(name = "EXACT")
    private final boolean exact;

    @QuerySqlField(name = "LABELLED")
    private final boolean labelled;

    @QuerySqlField(name = "REVISION")
    private final int revision;

    @QuerySqlField(name = "BASE_REVISION")
    private final int baseRevision;

    @QuerySqlField(name = "CHUNKS")
    private final int chunks;

    @QuerySqlField(name = "BYTES")
    private final long bytes;

    @QuerySqlField(name = "CONTENT_HASH")
    private final String contentHash;

    @QuerySqlField(name = "CREATED_BY")
    private final String createdBy;

    @QuerySqlField(name = "CREATED_MILLIS", index = true)
    private final long createdMillis;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    /**
     * @param problemId UUID text
     * @param name what people call it, such as the name of its file
     * @param format what it was read from, such as {@code RUDY}
     * @param sense which way its objective gets better
     * @param domain what its variables stand for
     * @param variables number of variables
     * @param couplings number of pairs with a coefficient
     * @param exact whether all coefficients are integers, and values therefore exact
     * @param labelled whether its variables have names of their own
     * @param revision 1 when stored, one more with every change of coefficients
     * @param baseRevision revision that the chunks hold; later ones are kept as changes
     * @param chunks number of chunks
     * @param bytes bytes of all chunks
     * @param contentHash SHA-256 of the base revision's canonical form, hexadecimal
     * @param createdBy account that stored it
     * @param createdMillis epoch milliseconds
     * @param changedMillis of the newest revision, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public StoredProblem(
            String problemId,
            String name,
            String format,
            ObjectiveSense sense,
            ProblemDomain domain,
            int variables,
            long couplings,
            boolean exact,
            boolean labelled,
            int revision,
            int baseRevision,
            int chunks,
            long bytes,
            String contentHash,
            String createdBy,
            long createdMillis,
            long changedMillis) {
        this.problemId = Require.text("problemId", problemId);
        this.name = name;
        this.format = Require.text("format", format);
        this.sense = sense;
        this.domain = domain;
        this.variables = (int) Require.within("variables", variables, 0, Integer.MAX_VALUE);
        this.couplings = Require.within("couplings", couplings, 0, Long.MAX_VALUE);
        this.exact = exact;
        this.labelled = labelled;
        this.revision = (int) Require.within("revision", revision, 1, Integer.MAX_VALUE);
        this.baseRevision = (int) Require.within("baseRevision", baseRevision, 1, revision);
        this.chunks = (int) Require.within("chunks", chunks, 1, Integer.MAX_VALUE);
        this.bytes = bytes;
        this.contentHash = contentHash;
        this.createdBy = Require.text("createdBy", createdBy);
        this.createdMillis = createdMillis;
        this.changedMillis = changedMillis;
    }

    /** Returns this problem after a change of coefficients that is kept beside its chunks. */
    public StoredProblem changed(long newCouplings, boolean stillExact, long millis) {
        return new StoredProblem(
                problemId,
                name,
                format,
                sense,
                domain,
                variables,
                newCouplings,
                stillExact,
                labelled,
                revision + 1,
                baseRevision,
                chunks,
                bytes,
                contentHash,
                createdBy,
                createdMillis,
                millis);
    }

    public String problemId() {
        return problemId;
    }

    public String name() {
        return name;
    }

    public String format() {
        return format;
    }

    public ObjectiveSense sense() {
        return sense;
    }

    public ProblemDomain domain() {
        return domain;
    }

    public int variables() {
        return variables;
    }

    public long couplings() {
        return couplings;
    }

    public boolean exact() {
        return exact;
    }

    public boolean labelled() {
        return labelled;
    }

    public int revision() {
        return revision;
    }

    public int baseRevision() {
        return baseRevision;
    }

    public int chunks() {
        return chunks;
    }

    public long bytes() {
        return bytes;
    }

    public String contentHash() {
        return contentHash;
    }

    public String createdBy() {
        return createdBy;
    }

    public long createdMillis() {
        return createdMillis;
    }

    public long changedMillis() {
        return changedMillis;
    }

    /** Returns the share of all pairs that have a coefficient, 0..1. */
    public double density() {
        return variables < 2 ? 0 : couplings / (variables * (variables - 1.0) / 2);
    }

    @Override
    public String toString() {
        return "StoredProblem[%s, revision %d, %d variables, %d couplings]"
                .formatted(problemId, revision, variables, couplings);
    }
}
