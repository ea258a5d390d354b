package io.nqba.console.security;

import io.nqba.model.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Wires the security filter: who signs in how, and what {@link AccessRules} lets them do. */
@Configuration
@EnableWebFluxSecurity
class SecurityConfig {
    private static final String TOKEN_PATH = "/api/v1/auth/token";
    private static final List<HttpMethod> SAFE = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, BrowserSessions sessions, Tokens tokens, Refusals refusals) {
        return http.authorizeExchange(SecurityConfig::apply)
                .securityContextRepository(sessions)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookies())
                        .requireCsrfProtectionMatcher(SecurityConfig::needsCsrf)
                        .accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtDecoder(tokens)
                                .jwtAuthenticationConverter(token -> Mono.just(new JwtAuthenticationToken(
                                        token,
                                        List.of(new SimpleGrantedAuthority(
                                                "ROLE_" + token.getClaimAsString(Tokens.ROLE))))))))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfig::headers)
                .build();
    }

    private static void apply(AuthorizeExchangeSpec exchanges) {
        for (AccessRules.Rule rule : AccessRules.all()) {
            String[] patterns = rule.patterns().toArray(String[]::new);
            AuthorizeExchangeSpec.Access access = rule.method() == null
                    ? exchanges.pathMatchers(patterns)
                    : exchanges.pathMatchers(rule.method(), patterns);
            if (rule.open()) {
                access.permitAll();
            } else {
                access.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
        exchanges.anyExchange().denyAll();
    }

    private static void headers(HeaderSpec headers) {
        headers.writer(new ContentPolicy())
                .hsts(hsts -> hsts.includeSubdomains(true).maxAge(Duration.ofDays(365)));
    }

    /** Script may not read it: pages carry the token in their forms, and in a meta element for scripts. */
    private static CookieServerCsrfTokenRepository csrfCookies() {
        CookieServerCsrfTokenRepository cookies = new CookieServerCsrfTokenRepository();
        cookies.setCookieName("nqba-csrf");
        cookies.setHeaderName("X-CSRF-TOKEN");
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").path("/"));
        return cookies;
    }

    /** A browser adds cookies by itself, but never a bearer token; so only requests without one can be forged. */
    private static Mono<MatchResult> needsCsrf(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        boolean token = TOKEN_PATH.equals(exchange.getRequest().getPath().value());
        return bearer || token || SAFE.contains(exchange.getRequest().getMethod())
                ? MatchResult.notMatch()
                : MatchResult.match();
    }
}
