package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.CachePeekMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** What is refused before a node reads it, and that nothing of it stays in the grid. */
class ProblemIntakeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/optimisation/problems";

    private final TestConsole console = TestConsole.shared();
    private final WebTestClient client = console.as(Role.SERVICE);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "?format=GUESS, format",
        "?number=0, number",
        "?number=first, number",
    })
    void aBadParameterIsNamed(String query, String field) {
        client.post()
                .uri(URI.create(console.url() + PATH + query))
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("2 1\n1 2 1\n")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field);
    }

    @Test
    void aNameThatIsTooLongIsNamed() {
        client.post()
                .uri(PATH + "?name=" + "x".repeat(201))
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("2 1\n1 2 1\n")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("name");
    }

    @Test
    void anEmptyBodyIsNamed() {
        client.post()
                .uri(PATH)
                .contentType(MediaType.TEXT_PLAIN)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource({"application/x-www-form-urlencoded", "multipart/form-data", "image/png"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        client.post()
                .uri(PATH)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .bodyValue("2 1\n1 2 1\n".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.remedy")
                .isNotEmpty();
    }

    @Test
    void aBodyCompressedInAnotherWayIsRefused() {
        client.post()
                .uri(PATH)
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CONTENT_ENCODING, "br")
                .bodyValue("2 1\n1 2 1\n")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("Content-Encoding");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByTheNameOfTheSetting() {
        try (TestConsole small =
                TestConsole.start(TestConsole.grid().clientAddress(), "--nqba.problems.max-upload=3MB")) {
            byte[] part = "1 2 1\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            for (long declared : new long[] {35L * part.length, -1}) {
                small.as(Role.SERVICE)
                        .post()
                        .uri(PATH)
                        .contentType(MediaType.TEXT_PLAIN)
                        .headers(headers -> {
                            if (declared > 0) {
                                headers.setContentLength(declared);
                            }
                        })
                        .body(
                                Flux.range(0, 35).map(i -> DefaultDataBufferFactory.sharedInstance.wrap(part)),
                                DataBuffer.class)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(413)
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("NQBA-REQ-004")
                        .jsonPath("$.remedy")
                        .value(remedy -> assertThat(String.valueOf(remedy)).contains("nqba.problems.max-upload"));
            }
        }
        nothingStays();
    }

    /** What was sent and is not stored yet lies in sockets and in the console: it must not grow with the body. */
    @Test
    void aLargeBodyNeverRunsAheadOfTheGrid() {
        int megabytes = 150;
        byte[] comment = ("c " + "x".repeat(1_021) + "\n").repeat(64).getBytes(StandardCharsets.US_ASCII);
        byte[] problem = "p qubo 0 2 1 1\n0 0 1\n0 1 3\n".getBytes(StandardCharsets.US_ASCII);
        AtomicInteger mostAhead = new AtomicInteger();
        Flux<DataBuffer> body = Flux.range(0, megabytes)
                .concatMap(
                        sent -> {
                            mostAhead.accumulateAndGet(sent - pieces(), Math::max);
                            return Flux.range(0, 16)
                                    .map(i -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(comment));
                        },
                        1)
                .concatWith(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(problem)));

        ProblemView stored = client.mutate()
                .responseTimeout(Duration.ofMinutes(3))
                .build()
                .post()
                .uri(PATH + "?format=QBSOLV")
                .contentType(MediaType.TEXT_PLAIN)
                .body(body, DataBuffer.class)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ProblemView.class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(stored).variables()).isEqualTo(2);
        assertThat(mostAhead).hasValueLessThan(40);
        nothingStays();
    }

    /** A raw connection, because no client of ours breaks off in the middle. */
    @Test
    void whenTheSenderBreaksOffNothingStays() throws IOException {
        URI address = URI.create(console.url());
        String head = """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: text/plain\r
                Content-Length: 50000000\r
                \r
                """.formatted(PATH, console.token(Role.SERVICE));
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write("1 2 1\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().atMost(PATIENCE).until(() -> pieces() >= 3);
        }

        nothingStays();
    }

    private static void nothingStays() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pieces()).isZero());
    }

    private static int pieces() {
        IgniteCache<ProblemChunkKey, byte[]> uploads =
                TestConsole.grid().ignite().cache(CacheNames.PROBLEM_UPLOAD);
        return uploads.size(CachePeekMode.PRIMARY);
    }
}
