package io.nqba.console.security;

import io.nqba.model.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Wires the security filter: who signs in how, and what {@link AccessRules} lets them do. */
@Configuration
@EnableWebFluxSecurity
class SecurityConfig {
    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        return http.authorizeExchange(SecurityConfig::apply).build();
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
}
