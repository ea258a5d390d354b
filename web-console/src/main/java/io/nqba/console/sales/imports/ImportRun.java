package io.nqba.console.sales.imports;

import io.nqba.intake.ImportWatch;
import io.nqba.intake.Refusals;
import io.nqba.intake.RowTarget;
import io.nqba.intake.sales.DealImport;
import io.nqba.intake.sales.LeadFile;
import io.nqba.intake.sales.LeadImport;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ImportPhase;
import io.nqba.model.sales.ImportReport;
import io.nqba.model.sales.Lead;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a file by the importers of the loader, with its progress in the grid. Blocks; one thread. */
final class ImportRun implements ImportWatch, Refusals {
    private static final int MOST_PROBLEMS = 500;
    private static final long REPORT_MILLIS = 500;

    private final ImportGateway.Rows rows;
    private final PersonalVault vault;
    private final ImportReport begun;
    private final ImportDetails asked;
    private final Clock clock;
    private final List<ImportDetails.Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private String doing = "";
    private long doneBytes;
    private long expected;
    private long accepted;
    private long refused;
    private long repeated;
    private long reportedMillis;

    ImportRun(ImportGateway.Rows rows, PersonalVault vault, ImportReport begun, ImportDetails asked, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.begun = begun;
        this.asked = asked;
        this.clock = clock;
    }

    /** Returns how it ended; what goes wrong is part of that. */
    ImportReport run() {
        try {
            read();
            ImportPhase phase = begun.phase() == ImportPhase.CHECKING ? ImportPhase.CHECKED : ImportPhase.DONE;
            return report(phase, "", "");
        } catch (NqbaException refusal) {
            return report(ImportPhase.FAILED, refusal.problem(), refusal.remedy());
        } catch (IllegalArgumentException wrong) {
            return report(ImportPhase.FAILED, String.valueOf(wrong.getMessage()), "Correct the mapping.");
        }
    }

    private void read() {
        SealedFile file =
                new SealedFile(rows, vault, begun.importId(), begun.fileName(), asked.pieces(), asked.bytes());
        char separator = asked.separator().charAt(0);
        Map<String, String> mapping = asked.mapping();
        RowTarget target = new Counted();
        if (ImportKind.valueOf(begun.kind()) == ImportKind.LEADS) {
            LeadFile leads = LeadFile.plain(
                    file.input(), separator, asked.schemaId(), mapping, List.of(), begun.createdAtMillis());
            new LeadImport(target, vault, this, leads, this).load();
            return;
        }
        List<String> columns = DealImport.COLUMNS.stream()
                .map(field -> mapping.getOrDefault(field, ""))
                .toList();
        new DealImport(target, this, this).load(file.input(), separator, columns);
    }

    ImportReport report(ImportPhase phase, String failure, String remedy) {
        ImportDetails details = new ImportDetails(
                asked.bytes(),
                asked.pieces(),
                asked.separator(),
                asked.header(),
                asked.mapping(),
                asked.schemaId(),
                doing,
                phase.running() ? doneBytes : asked.bytes(),
                repeated,
                List.copyOf(problems),
                asked.columns(),
                List.copyOf(notes),
                failure,
                remedy);
        return new ImportReport(
                begun.importId(),
                begun.kind(),
                begun.fileName(),
                phase,
                accepted + refused,
                accepted,
                refused,
                begun.createdBy(),
                begun.createdAtMillis(),
                clock.millis(),
                JsonMapper.shared().writeValueAsString(details));
    }

    @Override
    public void begin(String what, long expectedUnits) {
        doing = what.strip();
        expected = expectedUnits;
        doneBytes = 0;
    }

    @Override
    public void advance(long units) {
        doneBytes += units;
        long now = clock.millis();
        if (now - reportedMillis >= REPORT_MILLIS) {
            reportedMillis = now;
            rows.report(report(begun.phase(), "", ""));
        }
    }

    @Override
    public void end(String outcome) {
        // Lines with a size are told by the counts; the others say what was found.
        if (expected == 0) {
            notes.add(doing + ": " + outcome);
        }
    }

    @Override
    public void refuse(String file, long line, String field, String value, String problem, String remedy) {
        refused++;
        if (problems.size() < MOST_PROBLEMS) {
            boolean mayName = field.equals("row") || asked.mapping().containsValue(field);
            problems.add(new ImportDetails.Problem(line, field, mayName ? "" : value, problem, remedy));
        }
    }

    @Override
    public long refused() {
        return refused;
    }

    /** Counts what goes to the grid. */
    private final class Counted implements RowTarget {
        @Override
        public void add(String cache, Object key, Object row) {
            if (cache.equals(CacheNames.LEAD) || cache.equals(CacheNames.OPPORTUNITY)) {
                accepted++;
            }
            if (row instanceof Lead lead && !lead.emailHash().isEmpty() && !addresses.add(lead.emailHash())) {
                repeated++;
            }
            rows.add(cache, key, row);
        }

        @Override
        public void flush() {
            rows.flush();
        }

        @Override
        public <V> @Nullable V find(Class<V> type, String cache, String id) {
            return rows.find(type, cache, id);
        }

        @Override
        public <V> void each(String cache, Consumer<V> consumer) {
            rows.each(cache, consumer);
        }

        @Override
        public void keep(String cache, String id, Object row) {
            rows.keep(cache, id, row);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
