package io.nqba.console.energy;

import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts energy runs. */
@RestController
@Tag(name = "FLYFOX optimisation", description = "Start a run, read its schedules.")
class EnergyOptimizationController {
    private final RunSubmission submission;
    private final SiteGateway sites;

    EnergyOptimizationController(RunSubmission submission, SiteGateway sites) {
        this.submission = submission;
        this.sites = sites;
    }

    /** Answers 202: a run takes seconds to hours, so it is fetched or followed, never awaited here. */
    @Operation(
            summary = "Schedule the batteries of a district",
            description = "Minimises energy cost + carbon weight × emissions + wear + demand charge × district peak."
                    + " Follow the run at its Location.")
    @PostMapping(
            path = "/api/v1/flyfox/energy-optimization",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<EnergyOptimizationBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given -> start(exchange, principal.getName(), key, given))
                .map(RunView::accepted);
    }

    private Mono<RunView> start(
            ServerWebExchange exchange, String account, @Nullable String key, EnergyOptimizationBody given) {
        TimeRange.within("start", given.start());
        return sites.district(given.districtId())
                .switchIfEmpty(Mono.error(() -> noDistrict(given.districtId())))
                .flatMap(district -> submission.submit(
                        exchange, account, key, given.toString(), given.toRequest(district.demandChargePerKw())));
    }

    static NqbaException noDistrict(String districtId) {
        String remedy = "Use the id of a district; GET /api/v1/flyfox/districts lists them.";
        return new NqbaException(
                ErrorCode.DATA_SET_NOT_FOUND,
                "There is no district with id (%s).".formatted(districtId),
                remedy,
                List.of(new FieldProblem("districtId", districtId, "There is no such district.", remedy)),
                null);
    }
}
