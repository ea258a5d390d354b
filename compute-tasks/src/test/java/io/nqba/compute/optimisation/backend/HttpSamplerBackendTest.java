package io.nqba.compute.optimisation.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSamplerBackendTest extends SamplerBackendContract {
    private final List<SamplerServer> servers = new ArrayList<>();

    @Override
    SamplerBackend open() throws IOException {
        SamplerServer server = new SamplerServer();
        servers.add(server);
        return SamplerBackends.open(
                "http", Map.of("NQBA_BACKEND_ENDPOINT", server.endpoint(), "NQBA_BACKEND_TOKEN", "secret"));
    }

    @AfterEach
    void closeServer() {
        servers.forEach(SamplerServer::close);
    }

    @Test
    void nothingIsContactedWithoutASetting() {
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> SamplerBackends.open("http", Map.of("NQBA_BACKEND_TOKEN", "secret")))
                .withMessageContainingAll("No external back end is configured", "NQBA_BACKEND_ENDPOINT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NQBA_BACKEND_ENDPOINT        | http://sampler.example/v1      | must start with https://
            NQBA_BACKEND_ENDPOINT        | https://me:secret@host/v1      | (with a user) must start
            NQBA_BACKEND_ENDPOINT        | ftp://sampler.example          | must start with https://
            NQBA_BACKEND_ENDPOINT        | https://a b                    | must be an address
            NQBA_BACKEND_ENDPOINT        | https://host/v1?key=1          | must start with https://
            NQBA_BACKEND_TOKEN           | two words                      | NQBA_BACKEND_TOKEN (not shown)
            NQBA_BACKEND_TIMEOUT_SECONDS | 0                              | from 1 to 3600
            NQBA_BACKEND_TRIES           | many                           | from 1 to 10
            """)
    void wrongSettingsAreRefusedByName(String name, String value, String problem) {
        Map<String, String> settings = new HashMap<>(Map.of("NQBA_BACKEND_ENDPOINT", "https://sampler.example/v1"));
        settings.put(name, value);

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> HttpBackendSettings.from(settings))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SETTING);
                    assertThat(e.problem()).contains(problem).contains(name).doesNotContain("secret", "two words");
                });
    }

    @Test
    void settingsHaveDefaultsAndNeverShowTheToken() {
        HttpBackendSettings settings = HttpBackendSettings.from(
                Map.of("NQBA_BACKEND_ENDPOINT", " https://sampler.example/v1/ ", "NQBA_BACKEND_TOKEN", "secret"));

        assertThat(settings)
                .hasToString("HttpBackendSettings[endpoint=https://sampler.example/v1, timeout=PT30S, tries=4]");
    }

    @Test
    void aBackEndThatDoesNotAnswerIsTriedAgainAndThenGivenUp() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        var settings = HttpBackendSettings.from(Map.of("NQBA_BACKEND_ENDPOINT", "http://127.0.0.1:" + closedPort()));

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> new HttpSamplerBackend(settings, pauses::add).poll("job-1"))
                .withMessageContaining("127.0.0.1 does not answer after 4 tries")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BACKEND_FAILED));
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    @Test
    void aBackEndThatFallsSilentIsGivenUp() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new HttpBackendSettings(
                    java.net.URI.create("http://127.0.0.1:" + mute.getLocalPort()), "", Duration.ofMillis(200), 1);

            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> new HttpSamplerBackend(settings, pause -> {}).poll("job-1"))
                    .withMessageContaining("does not answer after 1 tries");
        }
    }

    @Test
    void whatIsTooLargeToSendStaysHere() {
        var settings = HttpBackendSettings.from(Map.of("NQBA_BACKEND_ENDPOINT", "https://sampler.example/v1"));
        ProblemBuilder builder = ProblemBuilder.qubo(3_200, Sense.MAXIMISE);
        for (int i = 0; i < 3_200; i++) {
            for (int j = i + 1; j < 3_200; j++) {
                builder.addCoupling(i, j, 1L);
            }
        }

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> new HttpSamplerBackend(settings, pause -> {})
                        .submit(builder.build(), SamplingRequest.sweeping(1, 1, 1)))
                .withMessageContaining("5118400 couplings");
    }
}
