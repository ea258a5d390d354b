package io.nqba.console.page;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives every page what its frame needs: theme and account. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {
    @ModelAttribute("shell")
    Mono<Shell> shell(ServerWebExchange exchange) {
        String theme = theme(exchange);
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .map(account -> new Shell(theme, account.getName(), roleOf(account)))
                .defaultIfEmpty(new Shell(theme, "", ""));
    }

    private static @Nullable String theme(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Shell.THEME_COOKIE);
        String chosen = cookie == null ? "" : cookie.getValue();
        return chosen.equals("light") || chosen.equals("dark") ? chosen : null;
    }

    private static String roleOf(Authentication account) {
        return account.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(PageFrame::inWords)
                .collect(Collectors.joining(", "));
    }

    private static String inWords(@Nullable String authority) {
        return switch (authority == null ? "" : authority) {
            case "ROLE_COUNCIL" -> "Council member";
            case "ROLE_OPERATOR" -> "Operator";
            case "ROLE_ANALYST" -> "Analyst";
            default -> "";
        };
    }
}
