package io.nqba.console.testing;

import io.nqba.console.ConsoleApplication;
import io.nqba.console.platform.GridStatusGateway;
import io.nqba.console.store.SharedMap;
import io.nqba.model.security.Role;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A running console on a free port. {@link #shared()} is one for all tests of the JVM, on one shared grid with one node;
 * tests that stop things start their own.
 */
public final class TestConsole implements AutoCloseable {
    /** The description of the API is larger than what a client buffers by default. */
    private static final int LARGEST_ANSWER_BYTES = 16 << 20;

    private static @Nullable GridFixture sharedGrid;
    private static @Nullable TestConsole sharedConsole;
    private static @Nullable Path sharedKeys;

    private final ConfigurableApplicationContext context;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();

    private TestConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns the grid of the shared console. */
    public static synchronized GridFixture grid() {
        if (sharedGrid == null) {
            sharedGrid = GridFixture.inMemory(1);
            Runtime.getRuntime().addShutdownHook(new Thread(TestConsole::closeShared));
        }
        return sharedGrid;
    }

    /** Returns the console that all tests share. */
    public static synchronized TestConsole shared() {
        if (sharedConsole == null) {
            sharedConsole = start(grid().clientAddress());
        }
        return sharedConsole;
    }

    private static synchronized void closeShared() {
        if (sharedConsole != null) {
            sharedConsole.close();
        }
        if (sharedGrid != null) {
            sharedGrid.close();
        }
    }

    /** Starts a console of a grid; further settings as {@code --name=value}. */
    public static TestConsole start(String gridAddress, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--nqba.grid.addresses=" + gridAddress,
                "--spring.main.register-shutdown-hook=false"));
        for (Role role : Role.values()) {
            arguments.add("--nqba.accounts.initial-passwords.%s=%s".formatted(nameOf(role), password(role)));
        }
        arguments.addAll(List.of(settings));
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("--nqba.keys="))) {
            arguments.add("--nqba.keys=" + keys());
        }
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("--nqba.outbox.directory="))) {
            arguments.add("--nqba.outbox.directory=" + keys().resolve("outbox"));
        }
        SpringApplication application = new SpringApplication(ConsoleApplication.class);
        application.addInitializers(TestConsole::isolate);
        TestConsole console = new TestConsole(application.run(arguments.toArray(String[]::new)));
        console.awaitAccounts();
        return console;
    }

    // A console that has found its grid makes the first accounts after it has begun to answer.
    private void awaitAccounts() {
        if (!bean(GridStatusGateway.class).reachable()) {
            return;
        }
        SharedMap<?> accounts = bean("accounts", SharedMap.class);
        Awaitility.await("first accounts")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Stream.of(Role.values())
                        .allMatch(role ->
                                accounts.get(nameOf(role)).blockOptional().isPresent()));
    }

    /** Keys to personal data that all consoles of this JVM share; made once, removed with it. */
    public static synchronized Path keys() {
        if (sharedKeys == null) {
            try {
                Path made = Files.createTempDirectory("nqba-keys-");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(made.toFile())));
                sharedKeys = made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sharedKeys;
    }

    private static void isolate(ConfigurableApplicationContext context) {
        // Closing a console must not take the network threads of the other ones in this JVM with it.
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        threads.setShutdownQuietPeriod(Duration.ZERO);
        threads.afterPropertiesSet();
        context.getBeanFactory().registerSingleton("reactorResourceFactory", threads);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                threads.destroy();
            }
        });
    }

    public static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    public static String password(Role role) {
        return "password-of-" + nameOf(role);
    }

    public String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Returns a client that nobody knows. */
    public WebTestClient stranger() {
        return WebTestClient.bindToServer()
                .baseUrl(url())
                .filter(TestConsole::whole)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** What a test leaves unread is read for it: an answer left unread keeps its buffers, and says so as a leak of anybody. */
    private static Mono<ClientResponse> whole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> response.headers()
                                .contentType()
                                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                                .isPresent()
                        ? Mono.just(response)
                        : response.bodyToMono(byte[].class)
                                .defaultIfEmpty(new byte[0])
                                .map(body -> response.mutate()
                                        .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                        .build()));
    }

    /** Returns a client with a token of the role. */
    public WebTestClient as(Role role) {
        String token = tokens.computeIfAbsent(role, this::token);
        return stranger()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** Returns a fresh token of the role. */
    public String token(Role role) {
        Map<?, ?> body = stranger()
                .post()
                .uri("/api/v1/auth/token")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", nameOf(role), "password", password(role)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("accessToken"));
    }

    @Override
    public void close() {
        context.close();
    }
}
