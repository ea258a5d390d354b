package io.nqba.console.energy;

import io.nqba.console.table.CsvTable;
import io.nqba.model.energy.ConsumptionQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Consumption analytics. */
@RestController
@RequestMapping("/api/v1/flyfox/consumption")
@Tag(name = "FLYFOX data")
class ConsumptionController {
    private static final CsvTable<ConsumptionView.Period> PERIODS = new CsvTable<ConsumptionView.Period>()
            .column("start", ConsumptionView.Period::start)
            .column("load_kwh", ConsumptionView.Period::loadKwh)
            .column("solar_kwh", ConsumptionView.Period::solarKwh)
            .column("import_kwh", ConsumptionView.Period::importKwh)
            .column("export_kwh", ConsumptionView.Period::exportKwh)
            .column("cost", ConsumptionView.Period::cost)
            .column("emissions_kg", ConsumptionView.Period::emissionsKg)
            .column("peak_kw", ConsumptionView.Period::peakKw);

    private final ConsumptionGateway consumption;

    ConsumptionController(ConsumptionGateway consumption) {
        this.consumption = consumption;
    }

    @Operation(
            summary = "How a district or a site used energy",
            description = "Profile, peak, load factor, self-consumption, cost, emissions, anomalies; a site beside its"
                    + " district. `?format=csv` has the periods.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ConsumptionView> report(
            @Parameter(example = "riverside") @RequestParam @NotBlank @Size(max = 200) String districtId,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String siteId,
            @Parameter(description = "Inclusive", example = "2025-06-01T00:00:00Z") @RequestParam Instant from,
            @Parameter(description = "Exclusive", example = "2025-07-01T00:00:00Z") @RequestParam Instant to) {
        TimeRange range = TimeRange.of(from, to);
        return consumption
                .report(new ConsumptionQuery(
                        districtId,
                        siteId,
                        range.from().toEpochMilli(),
                        range.to().toEpochMilli()))
                .map(ConsumptionView::of);
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> reportCsv(
            @RequestParam @NotBlank @Size(max = 200) String districtId,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String siteId,
            @RequestParam Instant from,
            @RequestParam Instant to,
            ServerHttpResponse response) {
        String subject = siteId == null ? districtId : siteId;
        return report(districtId, siteId, from, to)
                .flatMapMany(view ->
                        PERIODS.lines(Flux.fromIterable(view.periods()), response, "consumption-" + subject + ".csv"));
    }
}
