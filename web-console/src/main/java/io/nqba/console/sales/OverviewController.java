package io.nqba.console.sales;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The figures of a lead of sales. */
@RestController
@Tag(name = "SIGMA book")
class OverviewController {
    private final OverviewGateway gateway;

    OverviewController(OverviewGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary = "What a lead of sales decides on",
            description = "Pipeline, win rates of two quarters, open leads by grade, agents' load, overdue tasks.")
    @GetMapping(path = "/api/v1/sigma/overview", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SalesOverview> overview() {
        return gateway.overview();
    }
}
