package io.nqba.console.optimisation;

import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A run as the API and the pages show it.
 *
 * @param id UUID text
 * @param kind last part of the REST path that started it, such as {@code energy-optimization}
 * @param subject what is optimised, such as a district id
 * @param requestedBy account that asked
 * @param startedAt null while queued
 * @param finishedAt null until it ended
 * @param sense which way the objective gets better
 * @param valueUnit unit of value, bound and baselines, such as {@code USD}; empty for plain numbers
 * @param value objective of the best answer, null before there is one
 * @param bound proven bound that no answer can beat, null before there is one
 * @param gap |value − bound| / |value|; null before both are known
 * @param coordinatorNode id of the node that leads it; empty while queued
 * @param cancelRequested whether somebody asked to stop
 * @param problem what went wrong or what binds; empty when nothing
 * @param remedy what to do about it; empty when nothing
 * @param findings sentences about the answer for people
 * @param parameters what was asked, by the name of the request's field
 */
public record RunView(
        String id,
        BusinessUnit unit,
        String kind,
        String subject,
        RunState state,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        ObjectiveSense sense,
        String valueUnit,
        @Nullable Double value,
        @Nullable Double bound,
        @Nullable Double gap,
        List<BaselineView> baselines,
        int rounds,
        int nodes,
        String coordinatorNode,
        boolean cancelRequested,
        String problem,
        String remedy,
        List<String> findings,
        Map<String, Object> parameters) {
    public RunView {
        baselines = List.copyOf(baselines);
        findings = List.copyOf(findings);
        parameters = Map.copyOf(parameters);
    }

    /** Returns the answer to a command that started this run: 202, and where to follow it. */
    public ResponseEntity<RunView> accepted() {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/optimisation/runs/" + id))
                .body(this);
    }
}
