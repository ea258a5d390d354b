package io.nqba.console.sales.imports;

import io.nqba.console.paging.Page;
import io.nqba.console.stream.LiveStream;
import io.nqba.console.table.CsvTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of leads and deals. */
@RestController
@RequestMapping("/api/v1/sigma/imports")
@Tag(
        name = "SIGMA imports",
        description = "Files of leads and deals: sent, mapped, checked, imported, with a report each.")
class ImportController {
    private static final String PATH = "/api/v1/sigma/imports/";
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final CsvTable<ImportDetails.Problem> REFUSED = new CsvTable<ImportDetails.Problem>()
            .column("line", ImportDetails.Problem::line)
            .column("field", ImportDetails.Problem::field)
            .column("value", ImportDetails.Problem::value)
            .column("problem", ImportDetails.Problem::problem)
            .column("remedy", ImportDetails.Problem::remedy);

    private final ImportDesk desk;
    private final LiveStream streams;

    ImportController(ImportDesk desk, LiveStream streams) {
        this.desk = desk;
        this.streams = streams;
    }

    /**
     * Which column is what.
     *
     * @param mapping column by field; of leads, columns that are no field are features
     * @param schemaId schema of the leads; made from the columns when there is none; {@code leads} when left out
     */
    @Schema(example = """
            {"mapping": {"email": "Mail", "company": "Firm"}, "schemaId": "leads"}""")
    record MappingBody(
            @NotNull @Size(max = 40) Map<String, String> mapping,
            @Size(max = 80) @Nullable String schemaId) {}

    @Operation(
            summary = "Send a file of leads or deals",
            description =
                    "CSV in UTF-8, its sign between columns found out. Answered with what its columns hold and a guessed mapping;"
                            + " nothing is stored but the file, sealed, for some hours.")
    @PostMapping(
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ImportView>> take(
            @RequestParam ImportKind kind,
            @RequestParam(defaultValue = "import.csv") @Size(min = 1, max = 200) String name,
            Authentication who,
            ServerWebExchange exchange) {
        return desk.take(
                        exchange,
                        kind,
                        name,
                        who.getName(),
                        exchange.getRequest().getBody())
                .map(view ->
                        ResponseEntity.created(URI.create(PATH + view.id())).body(view));
    }

    @Operation(
            summary = "List imports, newest first",
            description = "Reports hold nothing of the persons in the files.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ImportView>> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return desk.newest(limit).map(Page::whole);
    }

    @Operation(
            summary = "The report of an import",
            description = "`?format=csv` has the rows that were refused, the first 500 of them.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ImportView> find(@PathVariable String id) {
        return desk.find(id);
    }

    @GetMapping(path = "/{id}", produces = CsvTable.MEDIA_TYPE)
    Flux<String> findCsv(@PathVariable String id, ServerHttpResponse response) {
        return REFUSED.lines(
                desk.find(id).flatMapIterable(view -> view.details().problems()), response, "refused-rows.csv");
    }

    @Operation(summary = "The first rows of the file", description = "For operators: they name persons.")
    @GetMapping(path = "/{id}/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<List<String>>> preview(@PathVariable String id) {
        return desk.preview(id);
    }

    @Operation(summary = "Follow an import", description = "Event `progress` with the report until it has ended.")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<ImportView>> events(@PathVariable String id) {
        Flux<ImportView> views = Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> desk.find(id), 1)
                .distinctUntilChanged()
                .takeUntil(view -> !view.live());
        return desk.find(id)
                .thenMany(streams.of(views.map(view -> ServerSentEvent.builder(view)
                        .event(view.live() ? "progress" : "end")
                        .build())));
    }

    @Operation(
            summary = "Check a file under a mapping",
            description = "202; the report says which rows are good and why others are not.")
    @PostMapping(
            path = "/{id}/check",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ImportView>> check(
            @PathVariable String id, @Valid @RequestBody Mono<MappingBody> body, ServerWebExchange exchange) {
        return begin(exchange, id, body, false);
    }

    @Operation(
            summary = "Import a file under a mapping",
            description = "202; good rows are stored, bad ones reported, rows that are there stay.")
    @PostMapping(
            path = "/{id}/start",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ImportView>> start(
            @PathVariable String id, @Valid @RequestBody Mono<MappingBody> body, ServerWebExchange exchange) {
        return begin(exchange, id, body, true);
    }

    private Mono<ResponseEntity<ImportView>> begin(
            ServerWebExchange exchange, String id, Mono<MappingBody> body, boolean store) {
        return body.flatMap(given -> {
                    String schema = given.schemaId();
                    return desk.begin(exchange, id, given.mapping(), schema == null ? "leads" : schema, store);
                })
                .map(view -> ResponseEntity.accepted()
                        .location(URI.create(PATH + id))
                        .body(view));
    }
}
