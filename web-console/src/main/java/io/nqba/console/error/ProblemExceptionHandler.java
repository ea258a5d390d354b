package io.nqba.console.error;

import io.nqba.model.error.NqbaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Answers programs with a problem document; what a browser asked for is left to the error page. */
@Component
@Order(ProblemExceptionHandler.BEFORE_ERROR_PAGES)
class ProblemExceptionHandler implements WebExceptionHandler {
    static final int BEFORE_ERROR_PAGES = -2;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemWriter writer;

    ProblemExceptionHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        // Nobody is there to read a problem document, and nothing is wrong with the platform.
        if (!(error instanceof NqbaException) && DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.debug("The sender went away. path={}", exchange.getRequest().getPath());
            return Mono.empty();
        }
        return PageRequests.isPage(exchange) ? Mono.error(error) : writer.write(exchange, error);
    }
}
