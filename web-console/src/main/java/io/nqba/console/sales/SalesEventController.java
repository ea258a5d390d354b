package io.nqba.console.sales;

import io.nqba.console.stream.LiveStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** That something of the book of sales changed, live. */
@RestController
@Tag(name = "SIGMA book")
class SalesEventController {
    private final SalesFeedGateway feed;
    private final LiveStream streams;

    SalesEventController(SalesFeedGateway feed, LiveStream streams) {
        this.feed = feed;
        this.streams = streams;
    }

    /** @param sequence grows with every change */
    record Changed(long sequence) {}

    @Operation(
            summary = "That something changed, live",
            description =
                    "Server-Sent Events `changed` when rows of one of the topics may have changed; fetch them again."
                            + " Never ends.")
    @GetMapping(path = "/api/v1/sigma/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changed>> events(@RequestParam @NotEmpty Set<SalesTopic> of) {
        return streams.of(feed.changes(of)
                .map(sequence -> ServerSentEvent.builder(new Changed(sequence))
                        .id(Long.toString(sequence))
                        .event("changed")
                        .build()));
    }
}
