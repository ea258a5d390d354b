package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.sales.Campaign;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a book of sales has few of: agents, products, campaigns, schemas of leads. */
@RestController
@RequestMapping("/api/v1/sigma")
@Tag(name = "SIGMA book", description = "Agents, products, campaigns and the features of leads.")
class BookController {
    private static final CsvTable<RepView> REPS = new CsvTable<RepView>()
            .column("rep_id", RepView::id)
            .column("name", RepView::name)
            .column("manager", RepView::manager)
            .column("territory", RepView::territory)
            .column("languages", rep -> String.join(" ", rep.languages()))
            .column("skills", rep -> String.join(" ", rep.skills()))
            .column("hours_capacity", RepView::hoursCapacity)
            .column("active", RepView::active);

    private final SalesGateway grid;
    private final SalesDesk desk;
    private final AuditTrail audit;

    BookController(SalesGateway grid, SalesDesk desk, AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * An agent.
     *
     * @param languages codes; empty for any
     * @param skills products they sell; empty for all
     * @param hoursCapacity hours a period
     */
    record RepView(
            String id,
            String name,
            @Nullable String manager,
            @Nullable String territory,
            List<String> languages,
            List<String> skills,
            double hoursCapacity,
            boolean active,
            long revision) {
        static RepView of(SalesRep rep) {
            return new RepView(
                    rep.repId(),
                    rep.name(),
                    LeadView.known(rep.manager()),
                    LeadView.known(rep.territory()),
                    listed(rep.languages()),
                    listed(rep.skills()),
                    rep.hoursCapacity(),
                    rep.active(),
                    rep.revision());
        }

        private static List<String> listed(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
        }
    }

    /** An agent as it is sent. */
    @Schema(example = """
            {"name": "Agent 13", "territory": "North", "languages": ["en", "de"], "skills": ["orbit-pro"], "hoursCapacity": 70}""")
    record RepBody(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 200) @Nullable String manager,
            @Size(max = 80) @Nullable String territory,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 16) String> languages,
            @Size(max = 1_000) @Nullable List<@NotBlank @Size(max = 80) String> skills,
            @DecimalMin("0") @DecimalMax("1e6") @NotNull Double hoursCapacity,
            @Nullable Boolean active) {
        SalesRep onto(SalesRep.Builder rep) {
            return rep.name(name.strip())
                    .manager(LeadBody.text(manager))
                    .territory(LeadBody.text(territory))
                    .languages(languages == null ? "" : String.join(",", languages))
                    .skills(skills == null ? "" : String.join(",", skills))
                    .hoursCapacity(hoursCapacity)
                    .active(active == null || active)
                    .build();
        }
    }

    /**
     * A product.
     *
     * @param listPrice price without discount, currency of the book
     * @param margin share of the price that is earned, 0..1
     */
    record ProductView(
            String id, String name, @Nullable String series, double listPrice, double margin, long revision) {
        static ProductView of(Product product) {
            return new ProductView(
                    product.productId(),
                    product.name(),
                    LeadView.known(product.series()),
                    product.listPrice(),
                    product.margin(),
                    product.revision());
        }
    }

    /** A product as it is sent. */
    @Schema(example = """
            {"name": "Orbit Pro", "series": "Orbit", "listPrice": 4821, "margin": 0.35}""")
    record ProductBody(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 80) @Nullable String series,
            @DecimalMin("0") @DecimalMax("1e12") @NotNull Double listPrice,
            @DecimalMin("0") @DecimalMax("1") @NotNull Double margin) {
        Product row(String id, long revision) {
            return new Product(id, name.strip(), LeadBody.text(series), listPrice, margin, revision);
        }
    }

    /** A campaign. */
    record CampaignView(
            String id, String name, @Nullable String channel, LocalDate startDay, LocalDate endDay, long revision) {
        static CampaignView of(Campaign campaign) {
            return new CampaignView(
                    campaign.campaignId(),
                    campaign.name(),
                    LeadView.known(campaign.channel()),
                    LocalDate.ofEpochDay(campaign.startDay()),
                    LocalDate.ofEpochDay(campaign.endDay()),
                    campaign.revision());
        }
    }

    /** A campaign as it is sent. */
    @Schema(example = """
            {"name": "Spring mailing", "channel": "e-mail", "startDay": "2026-03-01", "endDay": "2026-05-31"}""")
    record CampaignBody(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 80) @Nullable String channel,
            @NotNull LocalDate startDay,
            @NotNull LocalDate endDay) {
        Campaign row(String id, long revision) {
            if (endDay.isBefore(startDay)) {
                throw SalesDesk.refused(
                        "endDay",
                        endDay.toString(),
                        "It lies before the startDay (%s).".formatted(startDay),
                        "Send a later day.");
            }
            return new Campaign(
                    id, name.strip(), LeadBody.text(channel), startDay.toEpochDay(), endDay.toEpochDay(), revision);
        }
    }

    /**
     * Which features leads have.
     *
     * @param target what a won lead means
     */
    record SchemaView(String id, String target, List<FeatureView> features) {
        static SchemaView of(LeadSchema schema) {
            List<FeatureView> features = new ArrayList<>();
            for (int i = 0; i < schema.width(); i++) {
                features.add(new FeatureView(
                        schema.names()[i], schema.kinds()[i], schema.words(i), LeadView.known(schema.units()[i])));
            }
            return new SchemaView(schema.schemaId(), schema.target(), List.copyOf(features));
        }
    }

    /**
     * One feature.
     *
     * @param words of a category; empty for a number
     */
    record FeatureView(
            String name,
            FeatureKind kind,
            List<String> words,
            @Nullable String unit) {}

    @Operation(summary = "List agents by id", description = "`?format=csv` has all of them.")
    @GetMapping(path = "/reps", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<RepView>> reps(
            @RequestParam(required = false) @Size(max = 100) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(SalesTable.REPS, RepView::of, search, cursor, limit);
    }

    @GetMapping(path = "/reps", produces = CsvTable.MEDIA_TYPE)
    Flux<String> repsCsv(
            @RequestParam(required = false) @Size(max = 100) @Nullable String search, ServerHttpResponse response) {
        return REPS.lines(
                Pages.all(cursor -> page(SalesTable.REPS, RepView::of, search, cursor, Page.MAX_LIMIT)),
                response,
                "reps.csv");
    }

    @Operation(summary = "Look at one agent", description = "Its ETag is its revision.")
    @GetMapping(path = "/reps/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RepView>> rep(@PathVariable String id) {
        return one(SalesTable.REPS, RepView::of, id);
    }

    @Operation(summary = "Store an agent", description = "A new one without `If-Match`, a changed one with its ETag.")
    @PutMapping(
            path = "/reps/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RepView>> putRep(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<RepBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(given -> put(
                exchange,
                SalesTable.REPS,
                id,
                ifMatch,
                revision -> given.onto(SalesRep.of(id).revision(revision)),
                RepView::of));
    }

    @Operation(summary = "List products by id")
    @GetMapping(path = "/products", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ProductView>> products(
            @RequestParam(required = false) @Size(max = 100) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(SalesTable.PRODUCTS, ProductView::of, search, cursor, limit);
    }

    @Operation(summary = "Look at one product", description = "Its ETag is its revision.")
    @GetMapping(path = "/products/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ProductView>> product(@PathVariable String id) {
        return one(SalesTable.PRODUCTS, ProductView::of, id);
    }

    @Operation(summary = "Store a product", description = "A new one without `If-Match`, a changed one with its ETag.")
    @PutMapping(
            path = "/products/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ProductView>> putProduct(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ProductBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(given ->
                put(exchange, SalesTable.PRODUCTS, id, ifMatch, revision -> given.row(id, revision), ProductView::of));
    }

    @Operation(summary = "List campaigns by id")
    @GetMapping(path = "/campaigns", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<CampaignView>> campaigns(
            @RequestParam(required = false) @Size(max = 100) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(SalesTable.CAMPAIGNS, CampaignView::of, search, cursor, limit);
    }

    @Operation(summary = "Look at one campaign", description = "Its ETag is its revision.")
    @GetMapping(path = "/campaigns/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CampaignView>> campaign(@PathVariable String id) {
        return one(SalesTable.CAMPAIGNS, CampaignView::of, id);
    }

    @Operation(summary = "Store a campaign", description = "A new one without `If-Match`, a changed one with its ETag.")
    @PutMapping(
            path = "/campaigns/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CampaignView>> putCampaign(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<CampaignBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(given -> put(
                exchange, SalesTable.CAMPAIGNS, id, ifMatch, revision -> given.row(id, revision), CampaignView::of));
    }

    @Operation(summary = "List schemas of leads by id")
    @GetMapping(path = "/lead-schemas", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<SchemaView>> schemas(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(SalesTable.SCHEMAS, SchemaView::of, null, cursor, limit);
    }

    @Operation(summary = "Look at one schema of leads")
    @GetMapping(path = "/lead-schemas/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SchemaView> schema(@PathVariable String id) {
        return desk.known(SalesTable.SCHEMAS, id, id).map(SchemaView::of);
    }

    private <V, W> Mono<Page<W>> page(
            SalesTable<String, V> table,
            Function<V, W> view,
            @Nullable String search,
            @Nullable String cursor,
            int limit) {
        return grid.list(table, search, cursor, limit)
                .map(found -> new Page<>(found.items().stream().map(view).toList(), found.next()));
    }

    private <V, W> Mono<ResponseEntity<W>> one(SalesTable<String, V> table, Function<V, W> view, String id) {
        return desk.known(table, id, id).map(row -> tagged(table, row, view));
    }

    private <V, W extends Record> Mono<ResponseEntity<W>> put(
            ServerWebExchange exchange,
            SalesTable<String, V> table,
            String id,
            @Nullable String ifMatch,
            Function<Long, V> made,
            Function<V, W> view) {
        Mono<V> stored = Mono.defer(() -> ifMatch == null
                ? desk.create(table, SalesDesk.checked(id), id, made.apply(1L))
                : desk.change(
                        table,
                        id,
                        id,
                        ifMatch,
                        before -> made.apply(table.revisionOf().applyAsLong(before) + 1),
                        view::apply));
        return audit.record(exchange, table.noun() + ".put", id, stored, row -> id)
                .map(row -> ifMatch == null
                        ? ResponseEntity.created(URI.create("/api/v1/sigma/" + table.path() + "/" + id))
                                .eTag(SalesDesk.tag(1))
                                .body(view.apply(row))
                        : tagged(table, row, view));
    }

    private static <V, W> ResponseEntity<W> tagged(SalesTable<String, V> table, V row, Function<V, W> view) {
        return ResponseEntity.ok()
                .eTag(SalesDesk.tag(table.revisionOf().applyAsLong(row)))
                .body(view.apply(row));
    }
}
