package io.nqba.console.sales.engagement;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.LeadStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is worth most to do next. */
@RestController
@RequestMapping("/api/v1/sigma/engagement/next-actions")
@Tag(name = "SIGMA engagement")
class NextActionController {
    private final NextActionDesk actions;

    NextActionController(NextActionDesk actions) {
        this.actions = actions;
    }

    @Operation(
            summary = "Next best action of a lead",
            description =
                    "Call, e-mail, meeting, open task, wait or give up, by expected value: change of the chance of a win as"
                            + " seen in the book's own history, times amount and margin, less hours at the price of the agent's hour. The"
                            + " history is an observation, not what an action causes; the answer says so where it carries no signal.")
    @GetMapping(path = "/{leadId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<NextActionView> of(@PathVariable String leadId) {
        return actions.of(leadId);
    }

    @Operation(
            summary = "Next best actions of the largest leads",
            description = "Of the leads in a state with the largest amounts, the most valuable action first.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<NextActionView>> best(
            @RequestParam(defaultValue = "WORKING") LeadStatus status,
            @RequestParam(required = false) @Nullable String ownerRepId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return actions.best(status, ownerRepId, limit).map(Page::whole);
    }
}
