package io.nqba.console.energy;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.paging.Page;
import io.nqba.console.table.CsvTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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

/** Answers of energy runs: JSON in pages, CSV as a whole. */
@RestController
@RequestMapping("/api/v1/flyfox/runs/{runId}")
@Tag(name = "FLYFOX optimisation")
class ScheduleController {
    private static final CsvTable<ProfileView.Slot> PROFILE = new CsvTable<ProfileView.Slot>()
            .column("start", ProfileView.Slot::start)
            .column("net_before_kwh", ProfileView.Slot::netBeforeKwh)
            .column("net_alone_kwh", ProfileView.Slot::netAloneKwh)
            .column("net_after_kwh", ProfileView.Slot::netAfterKwh)
            .column("import_price_per_kwh", ProfileView.Slot::importPricePerKwh)
            .column("carbon_kg_per_kwh", ProfileView.Slot::carbonKgPerKwh)
            .column("shadow_price_per_kwh", ProfileView.Slot::shadowPricePerKwh);

    private static final CsvTable<ScheduleView> SCHEDULE = new CsvTable<ScheduleView>()
            .column("site_id", ScheduleView::siteId)
            .column("start", ScheduleView::start)
            .column("charge_kwh", ScheduleView::chargeKwh)
            .column("discharge_kwh", ScheduleView::dischargeKwh)
            .column("soc_kwh", ScheduleView::socKwh)
            .column("import_kwh", ScheduleView::importKwh)
            .column("export_kwh", ScheduleView::exportKwh)
            .column("net_before_kwh", ScheduleView::netBeforeKwh);

    private static final CsvTable<DeviceScheduleView> DEVICES = new CsvTable<DeviceScheduleView>()
            .column("site_id", DeviceScheduleView::siteId)
            .column("device_id", DeviceScheduleView::deviceId)
            .column("start", DeviceScheduleView::start)
            .column("energy_kwh", DeviceScheduleView::energyKwh)
            .column("unplanned_kwh", DeviceScheduleView::unplannedKwh);

    private static final CsvTable<SiteResultView> RESULT = new CsvTable<SiteResultView>()
            .column("site_id", SiteResultView::siteId)
            .column("site_name", SiteResultView::siteName)
            .column("no_battery_cost", SiteResultView::noBatteryCost)
            .column("self_consumption_cost", SiteResultView::selfConsumptionCost)
            .column("time_of_use_cost", SiteResultView::timeOfUseCost)
            .column("alone_cost", SiteResultView::aloneCost)
            .column("cost", SiteResultView::cost)
            .column("savings", SiteResultView::savings)
            .column("peak_cost", SiteResultView::peakCost)
            .column("no_battery_emissions_kg", SiteResultView::noBatteryEmissionsKg)
            .column("emissions_kg", SiteResultView::emissionsKg)
            .column("throughput_kwh", SiteResultView::throughputKwh);

    private final ScheduleGateway schedules;
    private final RunAnswers answers;

    ScheduleController(ScheduleGateway schedules, RunAnswers answers) {
        this.schedules = schedules;
        this.answers = answers;
    }

    @Operation(
            summary = "The district slot by slot, before and after",
            description = "With shadow prices. `?format=csv` or `Accept: text/csv` for CSV.")
    @GetMapping(path = "/profile", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ProfileView> profile(@PathVariable String runId) {
        return answers.of(runId, "answer", schedules.profile(runId));
    }

    @GetMapping(path = "/profile", produces = CsvTable.MEDIA_TYPE)
    Flux<String> profileCsv(@PathVariable String runId, ServerHttpResponse response) {
        return profile(runId)
                .flatMapMany(profile ->
                        PROFILE.lines(Flux.fromIterable(profile.slots()), response, "profile-" + runId + ".csv"));
    }

    @Operation(
            summary = "Battery schedules by site and slot",
            description = "JSON in pages; CSV (`?format=csv`) has all rows.")
    @GetMapping(path = "/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ScheduleView>> schedules(
            @PathVariable String runId,
            @Parameter(description = "Only this site")
                    @RequestParam(required = false)
                    @Size(min = 1, max = 200)
                    @Nullable
                    String siteId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return answers.known(runId).then(schedules.schedules(runId, siteId, cursor, limit));
    }

    @GetMapping(path = "/schedules", produces = CsvTable.MEDIA_TYPE)
    Flux<String> schedulesCsv(
            @PathVariable String runId,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String siteId,
            ServerHttpResponse response) {
        return answers.csv(
                runId,
                SCHEDULE,
                cursor -> schedules.schedules(runId, siteId, cursor, Page.MAX_LIMIT),
                response,
                "schedules-" + runId + ".csv");
    }

    @Operation(
            summary = "When cars charge and appliances run, by site, device and slot",
            description = "Only slots in which a device draws, or would without a plan. JSON in pages; CSV"
                    + " (`?format=csv`) has all rows.")
    @GetMapping(path = "/device-schedules", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<DeviceScheduleView>> devices(
            @PathVariable String runId,
            @Parameter(description = "Only this site")
                    @RequestParam(required = false)
                    @Size(min = 1, max = 200)
                    @Nullable
                    String siteId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return answers.known(runId).then(schedules.devices(runId, siteId, cursor, limit));
    }

    @GetMapping(path = "/device-schedules", produces = CsvTable.MEDIA_TYPE)
    Flux<String> devicesCsv(
            @PathVariable String runId,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String siteId,
            ServerHttpResponse response) {
        return answers.csv(
                runId,
                DEVICES,
                cursor -> schedules.devices(runId, siteId, cursor, Page.MAX_LIMIT),
                response,
                "device-schedules-" + runId + ".csv");
    }

    @Operation(
            summary = "What the run does for each site",
            description = "Cost beside every baseline, and the share of the peak. `?format=csv` has all rows.")
    @GetMapping(path = "/site-results", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<SiteResultView>> results(
            @PathVariable String runId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return answers.known(runId).then(schedules.siteResults(runId, cursor, limit));
    }

    @GetMapping(path = "/site-results", produces = CsvTable.MEDIA_TYPE)
    Flux<String> resultsCsv(@PathVariable String runId, ServerHttpResponse response) {
        return answers.csv(
                runId,
                RESULT,
                cursor -> schedules.siteResults(runId, cursor, Page.MAX_LIMIT),
                response,
                "site-results-" + runId + ".csv");
    }
}
