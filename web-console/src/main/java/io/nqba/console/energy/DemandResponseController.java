package io.nqba.console.energy;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.DemandResponseEvent;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Demand-response events: caps on the import of a district for some time. */
@RestController
@RequestMapping(path = "/api/v1/flyfox/demand-response-events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FLYFOX data")
class DemandResponseController {
    private final DemandResponseGateway events;
    private final SiteGateway sites;
    private final AuditTrail audit;

    DemandResponseController(DemandResponseGateway events, SiteGateway sites, AuditTrail audit) {
        this.events = events;
        this.sites = sites;
        this.audit = audit;
    }

    @Operation(summary = "List demand-response events, latest start first")
    @GetMapping
    Mono<Page<DemandResponseView>> list(
            @RequestParam(required = false) @Size(max = 200) @Nullable String districtId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return events.events(districtId, cursor, limit);
    }

    @Operation(
            summary = "Ask a district to stay under a cap",
            description = "Runs that start afterwards keep to it. With an `id` of your own the same event sent twice"
                    + " is stored once.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<DemandResponseView> create(@Valid @RequestBody Mono<Body> body, ServerWebExchange exchange) {
        return body.flatMap(given -> create(given, exchange));
    }

    private Mono<DemandResponseView> create(Body given, ServerWebExchange exchange) {
        DemandResponseEvent event = given.toEvent();
        Mono<DemandResponseView> stored = sites.district(event.districtId())
                .switchIfEmpty(Mono.error(() -> EnergyOptimizationController.noDistrict(event.districtId())))
                .then(events.create(event));
        return audit.record(exchange, "demand-response.create", event.districtId(), stored, DemandResponseView::id);
    }

    /**
     * A request to keep the import of a district under a cap.
     *
     * @param id identifier; made when left out
     * @param start inclusive
     * @param end exclusive, after the start
     * @param capKw highest import of the district while it lasts, kW
     * @param issuer who asks
     */
    @Schema(example = """
                    {"districtId": "riverside", "start": "2025-06-02T17:00:00Z", "end": "2025-06-02T19:00:00Z",
                     "capKw": 20, "issuer": "grid operator"}""")
    record Body(
            @Size(min = 1, max = 100) @Nullable String id,
            @NotBlank @Size(max = 200) String districtId,
            @NotNull Instant start,
            @NotNull Instant end,

            @NotNull @DecimalMin("0") @DecimalMax("100000000")
            Double capKw,

            @NotBlank @Size(max = 200) String issuer) {
        DemandResponseEvent toEvent() {
            TimeRange.of(start, end);
            return new DemandResponseEvent(
                    id == null ? UUID.randomUUID().toString() : id,
                    districtId,
                    start.toEpochMilli(),
                    end.toEpochMilli(),
                    capKw,
                    issuer);
        }
    }
}
