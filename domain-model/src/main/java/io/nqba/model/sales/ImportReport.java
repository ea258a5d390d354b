package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What became of a file of leads or deals. Holds nothing of the persons in it. */
public final class ImportReport {
    @QuerySqlField(name = "IMPORT_ID")
    private final String importId;

    @QuerySqlField(name = "KIND")
    private final String kind;

    @QuerySqlField(name = "FILE_NAME")
    private final String fileName;

    @QuerySqlField(name = "PHASE")
    private final ImportPhase phase;

    @QuerySqlField(name = "ROWS_READ")
    private final long rowsRead;

    @QuerySqlField(name = "ACCEPTED")
    private final long accepted;

    @QuerySqlField(name = "REFUSED")
    private final long refused;

    @QuerySqlField(name = "CREATED_BY")
    private final String createdBy;

    @QuerySqlField(name = "CREATED_AT_MILLIS", index = true)
    private final long createdAtMillis;

    @QuerySqlField(name = "UPDATED_AT_MILLIS")
    private final long updatedAtMillis;

    private final String details;

    /**
     * @param importId identifier
     * @param kind {@code LEADS} or {@code DEALS}
     * @param fileName name of the file
     * @param phase how far it has come
     * @param rowsRead rows of the file so far
     * @param accepted rows that were good
     * @param refused rows that were left out
     * @param createdBy account that sent the file
     * @param createdAtMillis when, epoch milliseconds
     * @param updatedAtMillis when somebody last worked on it, epoch milliseconds
     * @param details columns, mapping and refused rows, as the console writes them: JSON
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ImportReport(
            String importId,
            String kind,
            String fileName,
            ImportPhase phase,
            long rowsRead,
            long accepted,
            long refused,
            String createdBy,
            long createdAtMillis,
            long updatedAtMillis,
            String details) {
        this.importId = Require.text("importId", importId);
        this.kind = Require.text("kind", kind);
        this.fileName = fileName;
        this.phase = phase;
        this.rowsRead = rowsRead;
        this.accepted = accepted;
        this.refused = refused;
        this.createdBy = createdBy;
        this.createdAtMillis = createdAtMillis;
        this.updatedAtMillis = updatedAtMillis;
        this.details = details;
    }

    public String importId() {
        return importId;
    }

    public String kind() {
        return kind;
    }

    public String fileName() {
        return fileName;
    }

    public ImportPhase phase() {
        return phase;
    }

    public long rowsRead() {
        return rowsRead;
    }

    public long accepted() {
        return accepted;
    }

    public long refused() {
        return refused;
    }

    public String createdBy() {
        return createdBy;
    }

    public long createdAtMillis() {
        return createdAtMillis;
    }

    public long updatedAtMillis() {
        return updatedAtMillis;
    }

    public String details() {
        return details;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportReport that
                && importId.equals(that.importId)
                && kind.equals(that.kind)
                && fileName.equals(that.fileName)
                && phase == that.phase
                && rowsRead == that.rowsRead
                && accepted == that.accepted
                && refused == that.refused
                && createdBy.equals(that.createdBy)
                && createdAtMillis == that.createdAtMillis
                && updatedAtMillis == that.updatedAtMillis
                && details.equals(that.details);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                importId,
                kind,
                fileName,
                phase,
                rowsRead,
                accepted,
                refused,
                createdBy,
                createdAtMillis,
                updatedAtMillis,
                details);
    }

    @Override
    public String toString() {
        return "ImportReport[%s, %s]".formatted(importId, phase);
    }
}
