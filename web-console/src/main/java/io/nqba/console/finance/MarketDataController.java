package io.nqba.console.finance;

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
import java.time.LocalDate;
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

/** Instruments, their prices, and universes. */
@RestController
@RequestMapping(path = "/api/v1/goliath", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "GOLIATH data", description = "Instruments, prices, books, portfolios, positions.")
class MarketDataController {
    private static final CsvTable<InstrumentView> INSTRUMENTS = new CsvTable<InstrumentView>()
            .column("instrument_id", InstrumentView::id)
            .column("name", InstrumentView::name)
            .column("issuer", InstrumentView::issuer)
            .column("sector", InstrumentView::sector)
            .column("currency", InstrumentView::currency)
            .column("lot_shares", InstrumentView::lotShares)
            .column("average_daily_volume", InstrumentView::averageDailyVolume)
            .column("market_cap", InstrumentView::marketCap)
            .column("listed_on", InstrumentView::listedOn)
            .column("delisted_on", InstrumentView::delistedOn);
    private static final CsvTable<PriceView> PRICES = new CsvTable<PriceView>()
            .column("date", PriceView::day)
            .column("open", PriceView::open)
            .column("high", PriceView::high)
            .column("low", PriceView::low)
            .column("close", PriceView::close)
            .column("adjusted_close", PriceView::adjustedClose)
            .column("volume", PriceView::volume);

    private final PortfolioGateway grid;

    MarketDataController(PortfolioGateway grid) {
        this.grid = grid;
    }

    @Operation(summary = "List universes: instruments that are looked at together")
    @GetMapping("/universes")
    Mono<Page<UniverseView>> universes() {
        return grid.universes().map(Page::whole);
    }

    @Operation(summary = "List instruments by ticker")
    @GetMapping("/instruments")
    Mono<Page<InstrumentView>> instruments(
            @Parameter(example = "Software") @RequestParam(required = false) @Size(max = 200) @Nullable String sector,
            @Parameter(description = "Part of ticker or name, any case")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String search,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return grid.instruments(new InstrumentQuery(sector, search, cursor, limit));
    }

    @GetMapping(path = "/instruments", produces = CsvTable.MEDIA_TYPE)
    Flux<String> instrumentsCsv(
            @RequestParam(required = false) @Size(max = 200) @Nullable String sector,
            @RequestParam(required = false) @Size(max = 100) @Nullable String search,
            ServerHttpResponse response) {
        Flux<InstrumentView> rows =
                Pages.all(cursor -> grid.instruments(new InstrumentQuery(sector, search, cursor, Page.MAX_LIMIT)));
        return INSTRUMENTS.lines(rows, response, "instruments.csv");
    }

    @Operation(summary = "Look at one instrument")
    @GetMapping("/instruments/{instrumentId}")
    Mono<InstrumentView> instrument(@PathVariable String instrumentId) {
        return grid.instrument(instrumentId)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no instrument with id (%s).".formatted(instrumentId),
                        "Check the ticker; GET /api/v1/goliath/instruments lists them.")));
    }

    @Operation(
            summary = "Prices of an instrument, oldest first",
            description = "JSON in pages; CSV (`?format=csv`) has all days of the range.")
    @GetMapping("/instruments/{instrumentId}/prices")
    Mono<Page<PriceView>> prices(
            @PathVariable String instrumentId,
            @Parameter(description = "Inclusive", example = "2026-01-02") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Inclusive", example = "2026-03-31") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "250") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        DayRange range = DayRange.of(from, to);
        return instrument(instrumentId).then(grid.prices(instrumentId, range.from(), range.to(), cursor, limit));
    }

    @GetMapping(path = "/instruments/{instrumentId}/prices", produces = CsvTable.MEDIA_TYPE)
    Flux<String> pricesCsv(
            @PathVariable String instrumentId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            ServerHttpResponse response) {
        DayRange range = DayRange.of(from, to);
        Flux<PriceView> rows =
                Pages.all(cursor -> grid.prices(instrumentId, range.from(), range.to(), cursor, Page.MAX_LIMIT));
        return instrument(instrumentId).thenMany(PRICES.lines(rows, response, "prices-" + instrumentId + ".csv"));
    }
}
