package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.sales.ErasureOrder;
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
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final AuditTrail audit;

    ErasureController(SalesGateway grid, SalesDesk desk, AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.audit = audit;
    }

    /** How many rows were removed. */
    record ErasureView(int leads, int activities, int scores, int assignments, int contacts) {
        static ErasureView of(ErasureReport report) {
            return new ErasureView(
                    report.leads(), report.activities(), report.scores(), report.assignments(), report.contacts());
        }
    }

    @Operation(
            summary = "Remove everything about the person of a lead",
            description =
                    "All leads and contacts with the same e-mail address, their activities, scores and assignments. It cannot be"
                            + " undone. The audit keeps how many rows went, not whose.")
    @PostMapping(path = "/api/v1/sigma/leads/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ErasureView> erase(@PathVariable String id, ServerWebExchange exchange) {
        Mono<ErasureReport> erased = desk.known(SalesTable.LEADS, id, id)
                .flatMap(lead -> grid.erase(new ErasureOrder(lead.leadId(), lead.emailHash())));
        // Neither the id nor the address: the entry stays when the person is gone.
        return audit.record(exchange, "person.erase", "a person", erased, ErasureReport::toString)
                .map(ErasureView::of);
    }
}
