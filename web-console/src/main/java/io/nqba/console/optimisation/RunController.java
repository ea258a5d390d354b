package io.nqba.console.optimisation;

import io.nqba.console.paging.Page;
import io.nqba.console.stream.LiveStream;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows, follows and cancels runs of every unit. Who may call what is decided by {@code console.security}. */
@RestController
@RequestMapping("/api/v1/optimisation/runs")
@Tag(name = "Runs", description = "Optimisation runs of every unit: list, follow live, cancel.")
class RunController {
    private final RunGateway runs;
    private final RunAnswers answers;
    private final RunCancellation cancellation;
    private final LiveStream streams;

    RunController(RunGateway runs, RunAnswers answers, RunCancellation cancellation, LiveStream streams) {
        this.runs = runs;
        this.answers = answers;
        this.cancellation = cancellation;
        this.streams = streams;
    }

    @Operation(summary = "List runs, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<RunView>> list(
            @RequestParam(required = false) @Nullable BusinessUnit unit,
            @Parameter(description = "What started it: the last part of its path", example = "energy-optimization")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Nullable RunState state,
            @Parameter(description = "District, portfolio or campaign", example = "riverside")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String subject,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return runs.list(new RunQuery(unit, kind, state, subject, cursor, limit));
    }

    @Operation(summary = "Look at one run", description = "Baseline, value and proven bound in one document.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RunView> find(@PathVariable String id) {
        return answers.known(id);
    }

    @Operation(
            summary = "Steps of a run, as history or live",
            description = "As `application/json` the steps stored so far. As `text/event-stream` the same documents,"
                    + " replayed and then live, until the run ends; `Last-Event-ID` resumes without gaps.")
    @GetMapping(path = "/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<RunEvent> history(
            @PathVariable String id,
            @Parameter(description = "Only steps after this sequence") @RequestParam(defaultValue = "0") @PositiveOrZero
                    long after) {
        return runs.history(id, after);
    }

    /** Ends after the terminal event. A browser that lost the line resumes where it stopped. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<RunEvent>> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") @PositiveOrZero long lastEventId) {
        Flux<ServerSentEvent<RunEvent>> steps =
                runs.events(id, Math.max(after, lastEventId)).map(RunController::frame);
        // Looked up before the stream opens: an unknown run is a 404, not an empty stream.
        return find(id).thenMany(streams.of(steps));
    }

    @Operation(
            summary = "Cancel a run",
            description = "Asks the run to stop; its best answer so far is kept. A run that has ended stays as it is.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RunView> cancel(@PathVariable String id, ServerWebExchange exchange) {
        return cancellation.cancel(exchange, id);
    }

    private static ServerSentEvent<RunEvent> frame(RunEvent step) {
        return ServerSentEvent.builder(step)
                .id(Long.toString(step.sequence()))
                .event(step.eventName())
                .build();
    }
}
