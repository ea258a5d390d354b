package io.nqba.console.finance.market;

import io.nqba.console.table.CsvTable;
import io.nqba.model.finance.MarketReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the state of a market. */
@RestController
@RequestMapping("/api/v1/goliath/market")
@Tag(name = "GOLIATH strategies")
class MarketController {
    private static final CsvTable<Day> SERIES = new CsvTable<Day>()
            .column("day", Day::date)
            .column("index", day -> day.report().index()[day.at()])
            .column("drawdown", day -> day.report().drawdowns()[day.at()])
            .column("volatility", day -> MarketView.known(day.report().volatilities()[day.at()]))
            .column("volatility_regime", day -> day.report().volatilityRegimes()[day.at()])
            .column("mean_correlation", day -> MarketView.known(day.report().correlations()[day.at()]))
            .column("correlation_regime", day -> day.report().correlationRegimes()[day.at()])
            .column("above_average", day -> MarketView.known(day.report().breadths()[day.at()]));

    private final MarketGateway markets;

    MarketController(MarketGateway markets) {
        this.markets = markets;
    }

    /** One day of the series. */
    private record Day(MarketReport report, int at) {
        LocalDate date() {
            return LocalDate.ofEpochDay(report.days()[at]);
        }
    }

    @Operation(
            summary = "State of a market",
            description =
                    "Regimes, breadth, drawdown, what is out of the ordinary, and forecasts with their interval and"
                            + " their score against the naive forecast; a forecast that cannot be scored is left out. CSV"
                            + " (`?format=csv`) has the series by day.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<MarketView> report(
            @Parameter(example = "meridian") @RequestParam @NotBlank @Size(max = 200) String universeId) {
        return markets.report(universeId).map(MarketView::of);
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> series(@RequestParam @NotBlank @Size(max = 200) String universeId, ServerHttpResponse response) {
        return markets.report(universeId).flatMapMany(report -> {
            Flux<Day> days = Flux.fromStream(
                    () -> IntStream.range(0, report.days().length).mapToObj(at -> new Day(report, at)));
            return SERIES.lines(days, response, "market-" + universeId + ".csv");
        });
    }
}
