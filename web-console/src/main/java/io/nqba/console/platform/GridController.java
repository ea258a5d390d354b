package io.nqba.console.platform;

import io.nqba.console.stream.LiveStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The grid as operators see it. */
@RestController
@RequestMapping("/api/v1/grid")
@Tag(name = "Grid", description = "Nodes, caches, joins and leaves.")
class GridController {
    private final GridStatusGateway grid;
    private final LiveStream streams;

    GridController(GridStatusGateway grid, LiveStream streams) {
        this.grid = grid;
        this.streams = streams;
    }

    @Operation(summary = "Nodes and caches as they are now")
    @GetMapping(path = "/status", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<GridStatusView> status() {
        return grid.status();
    }

    @Operation(
            summary = "Joins, leaves and figures, live",
            description = "Server-Sent Events `status`, `joined`, `left`, `unreachable`, `reachable`. Begins with the"
                    + " state as it is; never ends.")
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<GridEvent>> events() {
        return streams.of(grid.events()
                .map(event -> ServerSentEvent.builder(event)
                        .id(Long.toString(event.sequence()))
                        .event(event.kind().name().toLowerCase(Locale.ROOT))
                        .build()));
    }
}
