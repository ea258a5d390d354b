package io.nqba.preview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Serves the pages with invented answers behind the ports, open to everybody on loopback. For eyes, not for tests. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"io.nqba.console.page", "io.nqba.preview"})
public class PreviewApplication {
    public static void main(String[] args) {
        SpringApplication.run(PreviewApplication.class, args);
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        String policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";
        return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }
}
