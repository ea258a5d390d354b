package io.nqba.console.sales;

import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Removes a person on request. */
@RestController
@Tag(name = "SIGMA leads")
class ErasureController {
    private final LeadDesk leads;
    private final ContactDesk contacts;
    private final Persons persons;

    ErasureController(LeadDesk leads, ContactDesk contacts, Persons persons) {
        this.leads = leads;
        this.contacts = contacts;
        this.persons = persons;
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

    /** A person known by an address alone. In a body: addresses in paths would stand in logs. */
    @Schema(example = """
            {"email": "ada@cedar-foods.example"}""")
    record ErasureBody(@NotBlank @Size(max = 254) String email) {
        @Override
        public String toString() {
            return "ErasureBody[]";
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
        return leads.erase(exchange, id).map(ErasureView::of);
    }

    @Operation(
            summary = "Remove everything about a contact",
            description =
                    "The contact, and all leads and contacts with the same e-mail address and what hangs on them.")
    @PostMapping(
            path = "/api/v1/sigma/accounts/{id}/contacts/{contactId}/erasure",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ErasureView> eraseContact(
            @PathVariable String id, @PathVariable String contactId, ServerWebExchange exchange) {
        return contacts.erase(exchange, new ContactKey(id, contactId)).map(ErasureView::of);
    }

    @Operation(
            summary = "Remove everything about whoever has an e-mail address",
            description =
                    "All leads and contacts with this address and what hangs on them. Zeroes when there is nobody.")
    @PostMapping(
            path = "/api/v1/sigma/erasure",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ErasureView> eraseEmail(@Valid @RequestBody Mono<ErasureBody> body, ServerWebExchange exchange) {
        return contacts.erase(
                        exchange,
                        body.zipWith(
                                persons.vault(),
                                (given, vault) -> ErasureOrder.ofEmail(vault.emailHash(given.email()))))
                .map(ErasureView::of);
    }
}
