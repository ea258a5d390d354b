package io.nqba.console.sales.revenue;

import io.nqba.console.table.CsvTable;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.WhiteSpaceQuery;
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

/** Tells who buys what, and who could. */
@RestController
@RequestMapping("/api/v1/sigma/market")
@Tag(name = "SIGMA revenue")
class SalesMarketController {
    private static final CsvTable<SegmentView> SEGMENTS = new CsvTable<SegmentView>()
            .column("by", SegmentView::by)
            .column("value", SegmentView::value)
            .column("open", SegmentView::open)
            .column("won", SegmentView::won)
            .column("lost", SegmentView::lost)
            .column("win_rate", SegmentView::rate)
            .column("win_rate_low", SegmentView::low)
            .column("win_rate_high", SegmentView::high)
            .column("median_days", SegmentView::medianDays)
            .column("median_days_low", SegmentView::medianLow)
            .column("median_days_high", SegmentView::medianHigh)
            .column("mean_amount", SegmentView::amount)
            .column("mean_amount_low", SegmentView::amountLow)
            .column("mean_amount_high", SegmentView::amountHigh)
            .column("revenue", SegmentView::revenue);

    private static final CsvTable<WhiteSpaceView> GAPS = new CsvTable<WhiteSpaceView>()
            .column("account_id", WhiteSpaceView::accountId)
            .column("name", WhiteSpaceView::name)
            .column("sector", WhiteSpaceView::sector)
            .column("size", WhiteSpaceView::size)
            .column("product_id", WhiteSpaceView::productId)
            .column("peers_buying", WhiteSpaceView::peersBuying)
            .column("peers", WhiteSpaceView::peers)
            .column("share", WhiteSpaceView::share)
            .column("share_low", WhiteSpaceView::low)
            .column("share_high", WhiteSpaceView::high)
            .column("money", WhiteSpaceView::money)
            .column("value", WhiteSpaceView::value)
            .column("lost_deals", WhiteSpaceView::lost)
            .column("open_deals", WhiteSpaceView::open);

    private final RevenueGateway revenue;

    SalesMarketController(RevenueGateway revenue) {
        this.revenue = revenue;
    }

    @Operation(
            summary = "Segments of the market",
            description =
                    "By sector, size, region or product: how often deals are won (small segments drawn towards all), how fast they close,"
                            + " what they bring; each with an interval and its counts. `?format=csv` for CSV.")
    @GetMapping(path = "/segments", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SegmentsView> segments(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "SECTOR,SIZE,REGION,PRODUCT") List<DealDimension> by,
            @RequestParam(defaultValue = "") @Size(max = 80) String sector,
            @Parameter(example = "50-249") @RequestParam(defaultValue = "") @Size(max = 80) String size,
            @RequestParam(defaultValue = "") @Size(max = 80) String region,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        return revenue.segments(new DealGroupQuery(
                        RevenueController.day(asOf),
                        by.toArray(DealDimension[]::new),
                        sector,
                        size,
                        region,
                        productId,
                        level))
                .map(SegmentsView::of);
    }

    @GetMapping(path = "/segments", produces = CsvTable.MEDIA_TYPE)
    Flux<String> segmentsCsv(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "SECTOR,SIZE,REGION,PRODUCT") List<DealDimension> by,
            @RequestParam(defaultValue = "") @Size(max = 80) String sector,
            @RequestParam(defaultValue = "") @Size(max = 80) String size,
            @RequestParam(defaultValue = "") @Size(max = 80) String region,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return segments(asOf, by, sector, size, region, productId, level)
                .flatMapMany(found -> SEGMENTS.lines(Flux.fromIterable(found.segments()), response, "segments.csv"));
    }

    @Operation(
            summary = "Who does not buy what their peers buy",
            description =
                    "Products that an account never bought and accounts of its sector and size do, with the money to be expected and how"
                            + " many peers stand behind it, the most valuable first. `?format=csv` for CSV.")
    @GetMapping(path = "/white-space", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<WhiteSpacesView> whiteSpace(
            @RequestParam(defaultValue = "") @Size(max = 80) String sector,
            @RequestParam(defaultValue = "") @Size(max = 80) String size,
            @RequestParam(defaultValue = "") @Size(max = 80) String region,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level) {
        return revenue.whiteSpace(new WhiteSpaceQuery(sector, size, region, productId, limit, level))
                .map(WhiteSpacesView::of);
    }

    @GetMapping(path = "/white-space", produces = CsvTable.MEDIA_TYPE)
    Flux<String> whiteSpaceCsv(
            @RequestParam(defaultValue = "") @Size(max = 80) String sector,
            @RequestParam(defaultValue = "") @Size(max = 80) String size,
            @RequestParam(defaultValue = "") @Size(max = 80) String region,
            @RequestParam(defaultValue = "") @Size(max = 80) String productId,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1_000) int limit,
            @RequestParam(defaultValue = "0.8") @DecimalMin("0.5") @DecimalMax("0.99") double level,
            ServerHttpResponse response) {
        return whiteSpace(sector, size, region, productId, limit, level)
                .flatMapMany(found -> GAPS.lines(Flux.fromIterable(found.gaps()), response, "white-space.csv"));
    }
}
