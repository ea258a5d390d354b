package io.nqba.console.optimisation;

import io.nqba.console.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stops runs on request, for the API and the pages: whoever asks in whichever way, it is written down who it was. */
@Component
public class RunCancellation {
    private final RunGateway runs;
    private final AuditTrail audit;

    RunCancellation(RunGateway runs, AuditTrail audit) {
        this.runs = runs;
        this.audit = audit;
    }

    /** Asks a run to stop and keep its best answer; fails as {@link RunGateway#cancel} does. */
    public Mono<RunView> cancel(ServerWebExchange exchange, String runId) {
        return audit.record(exchange, "run.cancel", runId, runs.cancel(runId), RunView::id);
    }
}
