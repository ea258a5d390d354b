package io.nqba.console.error;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problem documents (RFC 9457). Everything that refuses a request goes through here: controllers, the security
 * filter, paths that do not exist.
 */
@Component
public class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes what went wrong as the answer, and logs it as loud as its blame asks for. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        Problem problem = Problems.of(error);
        log(exchange, problem, error);
        response.setStatusCode(problem.status());
        problem.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(document(exchange, problem));
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** Returns the problem document of an error, with its status under {@code status}. */
    static Map<String, Object> document(ServerWebExchange exchange, Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:nqba:error:" + problem.code().id());
        HttpStatus known = HttpStatus.resolve(problem.status().value());
        document.put("title", known == null ? "Error" : known.getReasonPhrase());
        document.put("status", problem.status().value());
        document.put("detail", problem.detail());
        document.put("instance", exchange.getRequest().getPath().value());
        document.put("code", problem.code().id());
        document.put("remedy", problem.remedy());
        document.put("traceId", TraceId.of(exchange));
        if (!problem.fields().isEmpty()) {
            document.put(
                    "fields",
                    problem.fields().stream()
                            .map(field -> new FieldView(field.field(), field.value(), field.problem(), field.remedy()))
                            .toList());
        }
        return document;
    }

    static void log(ServerWebExchange exchange, Problem problem, Throwable error) {
        ErrorCode code = problem.code();
        String trace = TraceId.of(exchange);
        switch (code.blame()) {
            case CALLER -> LOG.debug("Request refused. code={} traceId={}", code.id(), trace, error);
            case CAPACITY ->
                LOG.warn("Request not served. code={} traceId={} reason={}", code.id(), trace, reason(error));
            case PLATFORM ->
                LOG.error(
                        "Request failed. code={} traceId={} path={}",
                        code.id(),
                        trace,
                        exchange.getRequest().getPath(),
                        error);
        }
    }

    private static String reason(Throwable error) {
        Throwable cause = error.getCause();
        String text = error instanceof NqbaException known ? known.problem() : error.toString();
        return cause == null ? text : text + " " + cause;
    }

    /** One wrong input in a problem document. */
    record FieldView(String field, String value, String problem, String remedy) {}
}
