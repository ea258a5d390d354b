package io.nqba.console.security;

import io.nqba.console.error.PageRequests;
import io.nqba.console.error.ProblemWriter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Sends strangers who want a page to the sign-in; tells programs what is missing. */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private final ProblemWriter writer;

    Refusals(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        ServerHttpResponse response = exchange.getResponse();
        if (!PageRequests.isPage(exchange)) {
            return writer.write(exchange, error);
        }
        if (PageRequests.isPart(exchange)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", "/sign-in");
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().set("Location", signIn(exchange.getRequest()));
        return response.setComplete();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return PageRequests.isPage(exchange) ? Mono.error(error) : writer.write(exchange, error);
    }

    private static String signIn(ServerHttpRequest request) {
        String wanted = UriComponentsBuilder.fromUri(request.getURI())
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
        if (!HttpMethod.GET.equals(request.getMethod()) || "/".equals(wanted)) {
            return "/sign-in";
        }
        return UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("next", "{wanted}")
                .encode()
                .buildAndExpand(wanted)
                .toUriString();
    }
}
