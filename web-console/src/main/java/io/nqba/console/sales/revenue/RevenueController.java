package io.nqba.console.sales.revenue;

import io.nqba.console.table.CsvTable;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.RevenueQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what deals bring, and why. */
@RestController
@RequestMapping("/api/v1/sigma/revenue")
@Tag(
        name = "SIGMA revenue",
        description =
                "Forecast with its trials on the past, conversion, what-if, prices beside the list, win and loss.")
class RevenueController {
    /** Equal questions get equal answers, to the bit. */
    static final long SEED = 20_260_901;

    private static final CsvTable<RevenueWindowView> WINDOWS = new CsvTable<RevenueWindowView>()
            .column("from", RevenueWindowView::from)
            .column("to", RevenueWindowView::to)
            .column("quarter", RevenueWindowView::quarter)
            .column("booked", RevenueWindowView::booked)
            .column("open_deals", RevenueWindowView::pipeline)
            .column("deals_to_begin", RevenueWindowView::fresh)
            .column("low", RevenueWindowView::low)
            .column("high", RevenueWindowView::high)
            .column("error_of_ends", RevenueWindowView::error)
            .column("wins", RevenueWindowView::wins);

    private static final CsvTable<StageVelocityView> STAGES = new CsvTable<StageVelocityView>()
            .column("stage", StageVelocityView::stage)
            .column("product_id", StageVelocityView::productId)
            .column("ahead", StageVelocityView::ahead)
            .column("out", StageVelocityView::out)
            .column("open", StageVelocityView::open)
            .column("rate", StageVelocityView::rate)
            .column("rate_low", StageVelocityView::low)
            .column("rate_high", StageVelocityView::high)
            .column("median_days", StageVelocityView::medianDays)
            .column("median_days_low", StageVelocityView::medianLow)
            .column("median_days_high", StageVelocityView::medianHigh)
            .column("median_days_ahead", StageVelocityView::medianDaysAhead);

    private static final CsvTable<PriceRowView> PRICES = new CsvTable<PriceRowView>()
            .column("product_id", PriceRowView::productId)
            .column("by", PriceRowView::by)
            .column("value", PriceRowView::value)
            .column("list_price", PriceRowView::listPrice)
            .column("won", PriceRowView::won)
            .column("price_per_list", PriceRowView::ratio)
            .column("price_per_list_low", PriceRowView::low)
            .column("price_per_list_high", PriceRowView::high)
            .column("tenth", PriceRowView::tenth)
            .column("ninth", PriceRowView::ninth)
            .column("margin_per_win", PriceRowView::margin);

    private static final CsvTable<DriverView> DRIVERS = new CsvTable<DriverView>()
            .column("by", DriverView::by)
            .column("value", DriverView::value)
            .column("won", DriverView::won)
            .column("closed", DriverView::closed)
            .column("rate", DriverView::rate)
            .column("difference", DriverView::difference)
            .column("difference_low", DriverView::low)
            .column("difference_high", DriverView::high)
            .column("p_value", DriverView::pValue)
            .column("real", DriverView::real);

    private final RevenueGateway revenue;

    RevenueController(RevenueGateway revenue) {
        this.revenue = revenue;
    }

    static long day(@Nullable LocalDate asOf) {
        return asOf == null ? RevenueQuery.LATEST : asOf.toEpochDay();
    }

    @Operation(
            summary = "Forecast of revenue",
            description =
                    "By month and quarter: what is won already, what open deals and deals still to begin will bring, and an interval of"
                            + " all three; with the forecasts that would have been made at the end of each past month, beside naive"
                            + " ones. `?format=csv` has months and quarters.")
    @GetMapping(path = "/forecast", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ForecastView> forecast(
            @Parameter(description = "Last day that is known; left out, the day of the latest event in the book")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "Calendar quarters, that of the next day included")
                    @RequestParam(defaultValue = "2")
                    @Min(1)
                    @Max(4)
                    int quarters,
            @Parameter(description = "Share that intervals shall hold")
                    @RequestParam(defaultValue = "0.8")
                    @DecimalMin("0.5")
                    @DecimalMax("0.99")
                    double level) {
        return revenue.revenue(new RevenueQuery(day(asOf), quarters, level, 1, 1, 1, SEED))
                .map(ForecastView::of);
    }

    @GetMapping(path = "/forecast", produces = CsvTable.MEDIA_TYPE)
    Flux<String> forecastCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "2") @Min(1) @Max(4) int quarters,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return forecast(asOf, quarters, level)
                .flatMapMany(
                        found -> WINDOWS.lines(Flux.fromIterable(found.windows()), response, "revenue-forecast.csv"));
    }

    @Operation(
            summary = "How deals move through their stages",
            description =
                    "Of each stage the share that goes ahead and the median days, with intervals; open deals count as long as they were"
                            + " seen. `?format=csv` has the stages.")
    @GetMapping(path = "/conversion", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ConversionView> conversion(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        return revenue.revenue(new RevenueQuery(day(asOf), 1, level, 1, 1, 1, SEED))
                .map(ConversionView::of);
    }

    @GetMapping(path = "/conversion", produces = CsvTable.MEDIA_TYPE)
    Flux<String> conversionCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return conversion(asOf, level)
                .flatMapMany(found -> STAGES.lines(Flux.fromIterable(found.stages()), response, "conversion.csv"));
    }

    @Operation(
            summary = "What other rates would bring",
            description =
                    "The forecast as the rates are, and with the share of closed deals that are won, the speed at which deals close and"
                            + " the number that begin multiplied. `?format=csv` has the changed months and quarters.")
    @GetMapping(path = "/what-if", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<WhatIfView> whatIf(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "2") @Min(1) @Max(4) int quarters,
            @Parameter(description = "1.1 for a tenth more of the closed deals won")
                    @RequestParam(defaultValue = "1")
                    @DecimalMin("0.1")
                    @DecimalMax("10")
                    double winRate,
            @Parameter(description = "2 for deals that close twice as fast")
                    @RequestParam(defaultValue = "1")
                    @DecimalMin("0.1")
                    @DecimalMax("10")
                    double speed,
            @Parameter(description = "0 for no new deals")
                    @RequestParam(defaultValue = "1")
                    @DecimalMin("0")
                    @DecimalMax("10")
                    double arrivals,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        var query = new RevenueQuery(day(asOf), quarters, level, winRate, speed, arrivals, SEED);
        return revenue.revenue(query).map(report -> WhatIfView.of(query, report));
    }

    @GetMapping(path = "/what-if", produces = CsvTable.MEDIA_TYPE)
    Flux<String> whatIfCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "2") @Min(1) @Max(4) int quarters,
            @RequestParam(defaultValue = "1") @DecimalMin("0.1") @DecimalMax("10") double winRate,
            @RequestParam(defaultValue = "1") @DecimalMin("0.1") @DecimalMax("10") double speed,
            @RequestParam(defaultValue = "1") @DecimalMin("0") @DecimalMax("10") double arrivals,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return whatIf(asOf, quarters, winRate, speed, arrivals, level)
                .flatMapMany(
                        found -> WINDOWS.lines(Flux.fromIterable(found.changed()), response, "revenue-what-if.csv"));
    }

    @Operation(
            summary = "Prices beside the list",
            description =
                    "Price per list price of the deals won by product and segment, and by bands of discount how often such offers win and"
                            + " what they earn, as far as lost deals keep their offer. `?format=csv` has products and segments.")
    @GetMapping(path = "/price-ladder", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<PriceLadderView> priceLadder(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Parameter(description = "What segments are made by") @RequestParam(defaultValue = "SECTOR")
                    DealDimension by,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        return revenue.prices(new DealGroupQuery(day(asOf), ladderBy(by), "", "", "", productId, level))
                .map(PriceLadderView::of);
    }

    private static DealDimension[] ladderBy(DealDimension by) {
        return by == DealDimension.PRODUCT
                ? new DealDimension[] {DealDimension.PRODUCT}
                : new DealDimension[] {DealDimension.PRODUCT, by};
    }

    @GetMapping(path = "/price-ladder", produces = CsvTable.MEDIA_TYPE)
    Flux<String> priceLadderCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "SECTOR") DealDimension by,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return priceLadder(asOf, by, productId, level)
                .flatMapMany(found -> PRICES.lines(Flux.fromIterable(found.rows()), response, "price-ladder.csv"));
    }

    @Operation(
            summary = "Why deals are won and lost",
            description =
                    "Reasons that people gave, and groups that win more or fewer than all other deals by more than chance, the number of"
                            + " groups looked at held against them. `?format=csv` has the groups.")
    @GetMapping(path = "/outcomes", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<OutcomesView> outcomes(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "SECTOR,SIZE,REGION,PRODUCT,AGENT,MONTH_OF_QUARTER") List<DealDimension> by,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        return revenue.outcomes(
                        new DealGroupQuery(day(asOf), by.toArray(DealDimension[]::new), "", "", "", productId, level))
                .map(OutcomesView::of);
    }

    @GetMapping(path = "/outcomes", produces = CsvTable.MEDIA_TYPE)
    Flux<String> outcomesCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "SECTOR,SIZE,REGION,PRODUCT,AGENT,MONTH_OF_QUARTER") List<DealDimension> by,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return outcomes(asOf, by, productId, level)
                .flatMapMany(found -> DRIVERS.lines(Flux.fromIterable(found.drivers()), response, "outcomes.csv"));
    }
}
