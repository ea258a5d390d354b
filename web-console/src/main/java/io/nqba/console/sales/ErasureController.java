package io.nqba.console.sales;

import io.nqba.model.sales.ErasureReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Removes a person on request. */
@RestController
@Tag(name = "SIGMA leads")
class ErasureController {
    private final LeadDesk desk;

    ErasureController(LeadDesk desk) {
        this.desk = desk;
    }

    /** How many rows were removed. */
    record ErasureView(int leads, int activities, int scores, int assignments, int contacts, int engagements) {
        static ErasureView of(ErasureReport report) {
            return new ErasureView(
                    report.leads(),
                    report.activities(),
                    report.scores(),
                    report.assignments(),
                    report.contacts(),
                    report.engagements());
        }
    }

    @Operation(
            summary = "Remove everything about the person of a lead",
            description =
                    "All leads and contacts with the same e-mail address, their activities, scores, assignments, enrolments and messages, and"
                            + " what the person said about being reached. It cannot be"
                            + " undone. The audit keeps how many rows went, not whose.")
    @PostMapping(path = "/api/v1/sigma/leads/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ErasureView> erase(@PathVariable String id, ServerWebExchange exchange) {
        return desk.erase(exchange, id).map(ErasureView::of);
    }
}
