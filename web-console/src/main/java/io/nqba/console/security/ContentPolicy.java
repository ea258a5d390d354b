package io.nqba.console.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a browser may load and run: only files of this console, nothing inline, in no foreign frame. */
final class ContentPolicy implements ServerHttpHeadersWriter {
    static final String STRICT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";
    /** The try-it page writes styles into its own elements. Scripts stay as strict as everywhere. */
    static final String DOCUMENTATION = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            boolean documentation = exchange.getRequest().getPath().value().startsWith("/api/docs");
            headers.set("Content-Security-Policy", documentation ? DOCUMENTATION : STRICT);
            headers.set("Permissions-Policy", NO_DEVICES);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
        });
    }
}
