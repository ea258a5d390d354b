package io.nqba.console.sales.imports;

import io.nqba.model.sales.ImportPhase;
import io.nqba.model.sales.ImportReport;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a file.
 *
 * @param interrupted whether nobody works on it any more though it has not ended: start it again, rows that are there stay
 */
public record ImportView(
        String id,
        ImportKind kind,
        String fileName,
        ImportPhase phase,
        boolean interrupted,
        long rows,
        long accepted,
        long refused,
        String createdBy,
        Instant createdAt,
        ImportDetails details) {
    /** A worker writes every second. */
    static final long SILENT_MILLIS = 30_000;

    static ImportView of(ImportReport report, long nowMillis) {
        return new ImportView(
                report.importId(),
                ImportKind.valueOf(report.kind()),
                report.fileName(),
                report.phase(),
                report.phase().running() && nowMillis - report.updatedAtMillis() > SILENT_MILLIS,
                report.rowsRead(),
                report.accepted(),
                report.refused(),
                report.createdBy(),
                Instant.ofEpochMilli(report.createdAtMillis()),
                JsonMapper.shared().readValue(report.details(), ImportDetails.class));
    }

    /** Returns whether somebody works on it. */
    public boolean live() {
        return phase.running() && !interrupted;
    }
}
