package io.nqba.console.error;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers programs with a problem document; what a browser asked for is left to the error page. */
@Component
@Order(ProblemExceptionHandler.BEFORE_ERROR_PAGES)
class ProblemExceptionHandler implements WebExceptionHandler {
    static final int BEFORE_ERROR_PAGES = -2;

    private final ProblemWriter writer;

    ProblemExceptionHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return PageRequests.isPage(exchange) ? Mono.error(error) : writer.write(exchange, error);
    }
}
