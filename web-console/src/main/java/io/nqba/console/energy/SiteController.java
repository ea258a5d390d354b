package io.nqba.console.energy;

import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Districts, sites and their readings. */
@RestController
@RequestMapping(path = "/api/v1/flyfox", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FLYFOX data", description = "Districts, sites, readings, consumption, demand response.")
class SiteController {
    private static final CsvTable<ReadingView> READINGS = new CsvTable<ReadingView>()
            .column("start", ReadingView::start)
            .column("load_kwh", ReadingView::loadKwh)
            .column("solar_kwh", ReadingView::solarKwh);

    private final SiteGateway sites;

    SiteController(SiteGateway sites) {
        this.sites = sites;
    }

    @Operation(summary = "List districts")
    @GetMapping("/districts")
    Mono<Page<DistrictView>> districts() {
        return sites.districts().map(Page::whole);
    }

    @Operation(summary = "Look at one district")
    @GetMapping("/districts/{districtId}")
    Mono<DistrictView> district(@PathVariable String districtId) {
        return sites.district(districtId).switchIfEmpty(Mono.error(() -> none("district", districtId, "districts")));
    }

    @Operation(summary = "List sites by name, with their devices")
    @GetMapping("/sites")
    Mono<Page<SiteView>> sites(
            @Parameter(example = "riverside") @RequestParam(required = false) @Size(max = 200) @Nullable
                    String districtId,
            @Parameter(description = "Part of id or name, any case")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String search,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return sites.sites(new SiteQuery(districtId, search, cursor, limit));
    }

    @Operation(summary = "Look at one site")
    @GetMapping("/sites/{siteId}")
    Mono<SiteView> site(@PathVariable String siteId) {
        return sites.site(siteId).switchIfEmpty(Mono.error(() -> none("site", siteId, "sites")));
    }

    @Operation(
            summary = "Readings of a site, oldest first",
            description = "JSON in pages; CSV (`?format=csv`) has all rows of the range.")
    @GetMapping("/sites/{siteId}/readings")
    Mono<Page<ReadingView>> readings(
            @PathVariable String siteId,
            @Parameter(description = "Inclusive", example = "2025-06-02T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Exclusive", example = "2025-06-03T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        TimeRange range = TimeRange.of(from, to);
        return site(siteId).then(sites.readings(siteId, range.from(), range.to(), cursor, limit));
    }

    @GetMapping(path = "/sites/{siteId}/readings", produces = CsvTable.MEDIA_TYPE)
    Flux<String> readingsCsv(
            @PathVariable String siteId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            ServerHttpResponse response) {
        TimeRange range = TimeRange.of(from, to);
        Flux<ReadingView> rows =
                Pages.all(cursor -> sites.readings(siteId, range.from(), range.to(), cursor, Page.MAX_LIMIT));
        return site(siteId).thenMany(READINGS.lines(rows, response, "readings-" + siteId + ".csv"));
    }

    private static NqbaException none(String what, String id, String path) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no %s with id (%s).".formatted(what, id),
                "Check the id; GET /api/v1/flyfox/%s lists them.".formatted(path),
                List.of(),
                null);
    }
}
