package io.nqba.console.security;

import io.nqba.console.platform.GridStatusGateway;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.NqbaException;
import io.nqba.model.security.Role;
import io.nqba.model.security.UserAccount;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes one account per role in a grid that has none, and tells the person at the terminal: the address of the console,
 * and the passwords, once. Only the hashes are stored. Of several consoles that start together, the one that stored an
 * account prints its password.
 */
@Component
class FirstAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    /** No characters that people confuse: 20 of these carry 100 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** A grid that has just come back may refuse the first calls. */
    private static final Retry AGAIN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
            .maxBackoff(Duration.ofSeconds(5))
            .filter(error -> error instanceof NqbaException)
            .doBeforeRetry(retry -> LOG.warn(
                    "First accounts not made yet. reason={}", retry.failure().toString()));

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final SharedMap<UserAccount> accounts;
    private final PasswordHasher hasher;
    private final GridStatusGateway grid;
    private final AccountProperties properties;
    private final Environment environment;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PrintWriter terminal = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    FirstAccounts(
            SharedMap<UserAccount> accounts,
            PasswordHasher hasher,
            GridStatusGateway grid,
            AccountProperties properties,
            Environment environment,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.grid = grid;
        this.properties = properties;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Prints when the console is ready; makes the accounts as soon as the grid is there, and again when another grid
     * takes its place, such as one in memory that was restarted.
     */
    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        if (!grid.reachable()) {
            terminal.println("The grid does not answer yet; until it does, the console answers 503.");
        }
        grid.reachability()
                .switchMap(up -> up ? missing().retryWhen(AGAIN) : Mono.empty())
                .index()
                .subscribe(made -> announce(made.getT1() == 0, made.getT2()));
    }

    /** Makes what is missing; returns the random passwords by account name. */
    Mono<Map<String, String>> missing() {
        return Flux.fromArray(Role.values())
                .concatMap(role -> accounts.get(nameOf(role))
                        .map(known -> List.<String>of())
                        .switchIfEmpty(Mono.defer(() -> make(role)))
                        .filter(made -> !made.isEmpty()))
                .<Map<String, String>>collect(LinkedHashMap::new, (made, pair) -> made.put(pair.get(0), pair.get(1)));
    }

    private Mono<List<String>> make(Role role) {
        String name = nameOf(role);
        String given = properties.initialPasswords().get(name);
        String password = given == null ? randomPassword() : given;
        return hasher.hash(password)
                .flatMap(hash -> accounts.putIfAbsent(name, new UserAccount(name, role, hash, true, clock.millis())))
                .map(made -> made && given == null ? List.of(name, password) : List.of());
    }

    private void announce(boolean first, Map<String, String> made) {
        if (!made.isEmpty()) {
            terminal.println();
            terminal.println("Accounts of this new grid. Only their hashes are stored: note the passwords now.");
            made.forEach((name, password) -> terminal.printf(Locale.ROOT, "  %-10s %s%n", name, password));
            terminal.println();
        }
        if (!first) {
            return;
        }
        terminal.printf(
                Locale.ROOT,
                "NQBA Grid is ready at http://%s:%s%n",
                environment.getProperty("server.address", "127.0.0.1"),
                environment.getProperty("local.server.port", "8080"));
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private String randomPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "");
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
