package io.nqba.console.error;

import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** Tells requests of people from those of programs: people get pages, programs get documents. */
public final class PageRequests {
    private PageRequests() {}

    /** Returns whether a browser asks for a page, or for a part of one. */
    public static boolean isPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        if (path.startsWith("/api/") || path.startsWith("/actuator")) {
            return false;
        }
        try {
            List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
            return isPart(exchange)
                    || accepted.stream()
                            .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Returns whether a script of a page asks for a part of it; a redirect would be followed unseen. */
    public static boolean isPart(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader("HX-Request");
    }
}
