package io.nqba.console.sales.imports;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.intake.PieceCutter;
import io.nqba.console.sales.DuplicateGateway;
import io.nqba.console.sales.Persons;
import io.nqba.intake.CsvSource;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.ImportPhase;
import io.nqba.model.sales.ImportReport;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files in and imports them. A file lies in the grid in sealed pieces, so that any console goes on with it, and is gone when it was
 * imported or after some hours.
 */
@Component
public class ImportDesk {
    static final int PREVIEW_ROWS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int PIECE_BYTES = 1 << 18;
    private static final String LARGEST = "nqba.imports.max-upload";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final ImportGateway grid;
    private final DuplicateGateway duplicates;
    private final Persons persons;
    private final AuditTrail audit;
    private final ImportProperties settings;
    private final Clock clock;

    ImportDesk(
            ImportGateway grid,
            DuplicateGateway duplicates,
            Persons persons,
            AuditTrail audit,
            ImportProperties settings,
            Clock clock) {
        this.grid = grid;
        this.duplicates = duplicates;
        this.persons = persons;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the newest imports. */
    public Mono<List<ImportView>> newest(int count) {
        return grid.newest(count)
                .map(reports -> reports.stream()
                        .map(report -> ImportView.of(report, clock.millis()))
                        .toList());
    }

    /** Returns an import. Fails with {@code NOT_FOUND}. */
    public Mono<ImportView> find(String id) {
        return report(id).map(report -> ImportView.of(report, clock.millis()));
    }

    /** Returns the first rows of its file, which name persons. Empty when the file is gone. */
    public Mono<List<List<String>>> preview(String id) {
        return report(id).zipWith(persons.vault()).flatMap(with -> {
            ImportReport report = with.getT1();
            ImportDetails details = ImportView.of(report, 0).details();
            if (report.phase() == ImportPhase.DONE) {
                return Mono.just(List.<List<String>>of());
            }
            return grid.work(
                            true,
                            rows -> file(rows, with.getT2(), report, details)
                                    .beginning(
                                            details.header(),
                                            details.separator().charAt(0),
                                            PREVIEW_ROWS))
                    .onErrorResume(
                            NqbaException.class,
                            gone -> gone.code() == ErrorCode.NOT_FOUND
                                    ? Mono.just(List.<List<String>>of())
                                    : Mono.error(gone));
        });
    }

    /** Takes a file, looks at all of it, and guesses which column is what. */
    public Mono<ImportView> take(
            ServerWebExchange exchange, ImportKind kind, String name, String account, Flux<DataBuffer> body) {
        PieceCutter.checkDeclared(exchange.getRequest().getHeaders().getContentLength(), settings.maxUpload(), LARGEST);
        String id = "import-" + UUID.randomUUID();
        AtomicInteger pieces = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        PieceCutter cutter = new PieceCutter(PIECE_BYTES, settings.maxUpload(), LARGEST, null);
        Mono<ImportView> taken = persons.vault()
                .flatMap(vault -> cutter.cut(body)
                        .concatMap(piece -> {
                            bytes.addAndGet(piece.length);
                            int number = pieces.getAndIncrement();
                            return grid.putPiece(id, number, vault.sealPiece(id, number, piece));
                        })
                        .then(Mono.defer(() -> look(id, kind, name, account, vault, pieces.get(), bytes.get()))))
                .flatMap(report -> grid.put(report).thenReturn(ImportView.of(report, clock.millis())))
                .onErrorResume(
                        NqbaException.class,
                        refused -> grid.removePieces(id, pieces.get()).then(Mono.error(refused)));
        return audit.record(exchange, "import.upload", name, taken, ImportView::id);
    }

    private Mono<ImportReport> look(
            String id, ImportKind kind, String name, String account, PersonalVault vault, int pieces, long bytes) {
        if (bytes == 0) {
            throw refused("file", name, "It is empty.", "Choose a file with a header and rows.");
        }
        return grid.work(true, rows -> {
            SealedFile file = new SealedFile(rows, vault, id, name, pieces, bytes);
            char separator = file.separator();
            List<String> header = CsvSource.header(file.input(), separator);
            List<ImportDetails.Column> columns = file.columns(header, separator);
            if (columns.isEmpty() || columns.get(0).rows() == 0) {
                throw refused("file", name, "It has a header at most, and no rows.", "Choose a file with rows.");
            }
            ImportDetails details = new ImportDetails(
                    bytes,
                    pieces,
                    String.valueOf(separator),
                    header,
                    kind.guess(header),
                    "leads",
                    "",
                    0,
                    0,
                    List.of(),
                    columns,
                    List.of(),
                    "",
                    "");
            long now = clock.millis();
            return new ImportReport(
                    id, kind.name(), name, ImportPhase.UPLOADED, 0, 0, 0, account, now, now, json(details));
        });
    }

    /**
     * Reads the whole file under a mapping: to say what is good and what is not, or to store what is good. Returns at once; the work goes
     * on.
     *
     * @param mapping column by field
     * @param store whether good rows are stored
     */
    public Mono<ImportView> begin(
            ServerWebExchange exchange, String id, Map<String, String> mapping, String schemaId, boolean store) {
        Mono<ImportView> begun = report(id).flatMap(before -> {
            ImportView view = ImportView.of(before, clock.millis());
            check(view, mapping, schemaId);
            ImportReport next = new ImportReport(
                    id,
                    before.kind(),
                    before.fileName(),
                    store ? ImportPhase.IMPORTING : ImportPhase.CHECKING,
                    0,
                    0,
                    0,
                    before.createdBy(),
                    before.createdAtMillis(),
                    clock.millis(),
                    json(view.details().mapped(mapping, schemaId)));
            return grid.replace(before, next)
                    .flatMap(won -> won ? Mono.just(next) : Mono.error(conflict(id)))
                    .doOnNext(this::runAside)
                    .map(report -> ImportView.of(report, clock.millis()));
        });
        return audit.record(exchange, store ? "import.start" : "import.check", id, begun, ImportView::id);
    }

    /** Nobody waits for it: its end is in the report. */
    private void runAside(ImportReport begun) {
        ImportDetails details = ImportView.of(begun, 0).details();
        boolean store = begun.phase() == ImportPhase.IMPORTING;
        persons.vault()
                .flatMap(vault -> grid.work(!store, rows -> new ImportRun(rows, vault, begun, details, clock).run()))
                .flatMap(ended -> ended.phase() == ImportPhase.DONE
                        ? doubles(ended).flatMap(grid::put).then(grid.removePieces(begun.importId(), details.pieces()))
                        : grid.put(ended))
                .subscribe(
                        nothing -> {},
                        failed -> LOG.warn(
                                "An import ended early. importId={} cause={}", begun.importId(), failed.toString()));
    }

    /** Adds how many leads of the book may be the same now. */
    private Mono<ImportReport> doubles(ImportReport ended) {
        DuplicateKind kind = ended.kind().equals(ImportKind.LEADS.name()) ? DuplicateKind.LEAD : DuplicateKind.PRODUCT;
        return duplicates
                .find(new DuplicateQuery(kind, null, 1))
                .map(found -> {
                    ImportDetails details = ImportView.of(ended, 0).details();
                    List<String> notes = new ArrayList<>(details.notes());
                    notes.add("Duplicates: %d groups of %ss in the book may be the same"
                            .formatted(found.total(), kind.name().toLowerCase(java.util.Locale.ROOT)));
                    return new ImportReport(
                            ended.importId(),
                            ended.kind(),
                            ended.fileName(),
                            ended.phase(),
                            ended.rowsRead(),
                            ended.accepted(),
                            ended.refused(),
                            ended.createdBy(),
                            ended.createdAtMillis(),
                            ended.updatedAtMillis(),
                            json(new ImportDetails(
                                    details.bytes(),
                                    details.pieces(),
                                    details.separator(),
                                    details.header(),
                                    details.mapping(),
                                    details.schemaId(),
                                    details.doing(),
                                    details.doneBytes(),
                                    details.repeated(),
                                    details.problems(),
                                    details.columns(),
                                    notes,
                                    details.failure(),
                                    details.remedy())));
                })
                .onErrorReturn(NqbaException.class, ended);
    }

    private static void check(ImportView view, Map<String, String> mapping, String schemaId) {
        if (view.live()) {
            throw conflict(view.id());
        }
        if (view.phase() == ImportPhase.DONE) {
            throw new NqbaException(
                    ErrorCode.CONFLICT,
                    "The file (%s) was imported already.".formatted(view.fileName()),
                    "Send it again to import it again; rows that are there stay.");
        }
        if (!ID.matcher(schemaId).matches()) {
            throw refused(
                    "schemaId",
                    schemaId,
                    "It must be 1 to 80 letters, digits, points, underscores and hyphens.",
                    "Send such an id, as leads.");
        }
        Set<String> used = new HashSet<>();
        mapping.forEach((field, column) -> {
            if (!view.kind().fields().contains(field)) {
                throw refused(
                        field,
                        column,
                        "There is no such field.",
                        "Use " + view.kind().fields() + ".");
            }
            if (!view.details().header().contains(column)) {
                throw refused(
                        field,
                        column,
                        "The file has no such column.",
                        "Use one of " + view.details().header() + ".");
            }
            if (!used.add(column)) {
                throw refused(field, column, "The column stands for two fields.", "Choose another one, or none.");
            }
        });
        view.kind().fields().stream()
                .filter(field -> view.kind().requires(field) && !mapping.containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw refused(field, "", "A column is needed for it.", "Choose the column that holds it.");
                });
    }

    private Mono<ImportReport> report(String id) {
        return grid.find(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no import with id (%s).".formatted(id),
                        "Check the id; GET /api/v1/sigma/imports lists them.")));
    }

    private static SealedFile file(
            ImportGateway.Rows rows, PersonalVault vault, ImportReport report, ImportDetails details) {
        return new SealedFile(rows, vault, report.importId(), report.fileName(), details.pieces(), details.bytes());
    }

    private static String json(ImportDetails details) {
        return JsonMapper.shared().writeValueAsString(details);
    }

    private static NqbaException conflict(String id) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "Somebody works on the import (%s) already.".formatted(id),
                "Wait until it has ended.");
    }

    private static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The import cannot go on: %s (%s). %s".formatted(field, value, problem),
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                null);
    }
}
