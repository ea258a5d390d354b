package io.nqba.console.error;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * What an error page may show: the members of the problem document ({@code status}, {@code title}, {@code detail}, {@code
 * remedy}, {@code code}, {@code traceId}, {@code fields}) as model attributes of the template {@code error}.
 */
@Component
class PageErrorAttributes implements ErrorAttributes {
    private static final String STORED = PageErrorAttributes.class.getName();

    @Override
    public Throwable getError(ServerRequest request) {
        return (Throwable)
                request.attribute(STORED).orElseThrow(() -> new IllegalStateException("No error is stored."));
    }

    @Override
    public void storeErrorInformation(Throwable error, ServerWebExchange exchange) {
        exchange.getAttributes().putIfAbsent(STORED, error);
    }

    @Override
    public Map<String, Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
        Throwable error = getError(request);
        Problem problem = Problems.of(error);
        ProblemWriter.log(request.exchange(), problem, error);
        request.exchange().getResponse().getHeaders().putAll(problem.headers());
        return ProblemWriter.document(request.exchange(), problem);
    }
}
