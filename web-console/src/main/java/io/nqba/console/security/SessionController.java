package io.nqba.console.security;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.error.RetryLaterException;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Signs browsers in and out. The form of the page at {@code GET /sign-in} posts {@code name}, {@code password}, {@code
 * next} (a path of this console, optional) and the CSRF token; a failed sign-in leads back to the page with {@code
 * ?error}, or with {@code ?wait=<seconds>} after too many of them.
 */
@RestController
@Hidden
class SessionController {
    private final SignIn signIn;
    private final BrowserSessions sessions;
    private final AuditTrail audit;

    SessionController(SignIn signIn, BrowserSessions sessions, AuditTrail audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<Void>> signIn(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String next = localPath(form.getFirst("next"));
            return signIn.verify(exchange, text(form, "name"), text(form, "password"))
                    .flatMap(account -> sessions.open(exchange, account).thenReturn(redirect(next)))
                    .onErrorResume(
                            RetryLaterException.class,
                            later -> Mono.just(redirect(again(next)
                                    .queryParam(
                                            "wait", Math.max(1, later.waitTime().toSeconds()))
                                    .build()
                                    .encode()
                                    .toUriString())))
                    .onErrorResume(
                            NqbaException.class,
                            refused -> refused.code() == ErrorCode.UNAUTHENTICATED
                                    ? Mono.just(redirect(again(next)
                                            .queryParam("error")
                                            .build()
                                            .encode()
                                            .toUriString()))
                                    : Mono.error(refused));
        });
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        return audit.record(
                exchange,
                "sign-out",
                "",
                sessions.close(exchange).thenReturn(redirect("/sign-in?signed-out")),
                done -> "");
    }

    private static UriComponentsBuilder again(String next) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/sign-in");
        return "/".equals(next) ? page : page.queryParam("next", next);
    }

    private static ResponseEntity<Void> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(path).toString())
                .build();
    }

    /** Returns the path, or the start page for anything that could lead to another host. */
    static String localPath(@Nullable String next) {
        boolean local = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return local && next != null ? next : "/";
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
