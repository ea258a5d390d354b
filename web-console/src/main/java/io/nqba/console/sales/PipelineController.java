package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The deals of all stages, summed. */
@RestController
@Tag(name = "SIGMA deals")
class PipelineController {
    private final PipelineGateway pipeline;
    private final Clock clock;

    PipelineController(PipelineGateway pipeline, Clock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    @Operation(
            summary = "The pipeline: deals, amount and weighted amount of each stage",
            description =
                    "Weighted is the amount times the smoothed share of deals that the agent wins with the product. Won and lost"
                            + " deals count from a day on; this quarter when it is left out.")
    @GetMapping(path = "/api/v1/sigma/pipeline", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<StageTotal>> totals(
            @RequestParam(required = false) @Size(max = 80) @Nullable String repId,
            @RequestParam(required = false) @Size(max = 80) @Nullable String productId,
            @Parameter(description = "First day of won and lost deals") @RequestParam(required = false) @Nullable
                    LocalDate closedSince) {
        LocalDate since = closedSince == null
                ? Quarter.of(LocalDate.now(clock.withZone(ZoneOffset.UTC))).first()
                : closedSince;
        return pipeline.totals(new PipelineQuery(repId, productId, since.toEpochDay()))
                .map(Page::whole);
    }
}
