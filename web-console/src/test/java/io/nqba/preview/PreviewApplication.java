package io.nqba.preview;

import io.nqba.console.annealing.ProblemProperties;
import io.nqba.console.store.SharedMap;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.grid.CommandReply;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Serves the pages with invented answers behind the ports, open to everybody on loopback. For eyes, not for tests. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(ProblemProperties.class)
@ComponentScan({
    "io.nqba.console.annealing",
    "io.nqba.console.audit",
    "io.nqba.console.error",
    "io.nqba.console.optimisation",
    "io.nqba.console.page",
    "io.nqba.console.stream",
    "io.nqba.console.table",
    "io.nqba.preview"
})
public class PreviewApplication {
    public static void main(String[] args) {
        SpringApplication.run(PreviewApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SharedMap<CommandReply> commandReplies() {
        return new InventedMap<>();
    }

    @Bean
    SharedMap<AuditEntry> auditEntries() {
        return new InventedMap<>();
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        String policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";
        return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .anonymous(Customizer.withDefaults())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }
}
