package io.nqba.compute.optimisation.backend;

import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request until it is answered: again after 0.5, 1, 2, ... seconds where that can help (no answer, 429, 5xx), or after as many
 * as the back end asks for. Every request of ours may be repeated, a submission because of its idempotency key. Redirects are not
 * followed, since the token would go along.
 */
final class HttpExchanger {
    private static final int MOST_BYTES = 64 << 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 500, 502, 503, 504);

    private final HttpBackendSettings settings;
    private final Pause pause;
    private final HttpClient client;

    HttpExchanger(HttpBackendSettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What was answered in the end. */
    static final class Reply {
        private final int status;
        private final byte[] body;

        private Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }

    /** Returns a request to a path below the endpoint, with what every request carries. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.endpoint() + path)).header("Accept", "application/json");
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return request;
    }

    /**
     * Sends a request.
     *
     * @throws NqbaException if there is no answer, or none that helps, after all tries
     */
    Reply send(HttpRequest request) {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = attempt(request);
            boolean last = attempt >= settings.tries();
            if (response != null && !WORTH_ANOTHER_TRY.contains(response.statusCode())) {
                return new Reply(response.statusCode(), response.body());
            }
            if (last) {
                throw Protocol.failed(
                        "The back end at %s %s after %d tries."
                                .formatted(
                                        settings.endpoint().getHost(),
                                        response == null ? "does not answer" : "answers " + response.statusCode(),
                                        attempt),
                        "Try again later, or solve here; check " + HttpBackendSettings.ENDPOINT + " if it stays.");
            }
            take(response == null ? wait : asked(response, wait));
            wait = wait.multipliedBy(2);
        }
    }

    /** Returns the response; null where there was none in time. */
    private @Nullable HttpResponse<byte[]> attempt(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, head -> new LimitedBody(MOST_BYTES));
        try {
            // The client's own timeout ends with the head of the response; this one counts the body as well.
            return exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LimitedBody.TooLongException) {
                throw Protocol.malformed("a body of more than %d MB".formatted(MOST_BYTES >> 20));
            }
            if (e.getCause() instanceof IOException) {
                return null;
            }
            throw new IllegalStateException("The request must be sent or fail on its way.", e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw interrupted();
        }
    }

    /** Returns how long the back end asks to be left alone, in seconds; a date is not understood. */
    private static Duration asked(HttpResponse<byte[]> response, Duration usual) {
        String text = response.headers().firstValue("Retry-After").orElse("");
        if (!text.matches("[0-9]{1,6}")) {
            return usual;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(text));
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private void take(Duration wait) {
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static NqbaException interrupted() {
        Thread.currentThread().interrupt();
        return Protocol.failed("The wait for the back end was broken off.", "Poll the job again, or cancel it.");
    }
}
