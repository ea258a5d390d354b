package io.nqba.compute.optimisation.backend;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Where the external back end is and how patient we are with it. Never shows its token. */
final class HttpBackendSettings {
    static final String ENDPOINT = "NQBA_BACKEND_ENDPOINT";
    static final String TOKEN = "NQBA_BACKEND_TOKEN";
    static final String TIMEOUT_SECONDS = "NQBA_BACKEND_TIMEOUT_SECONDS";
    static final String TRIES = "NQBA_BACKEND_TRIES";

    private static final int USUAL_TIMEOUT_SECONDS = 30;
    private static final int USUAL_TRIES = 4;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI endpoint;
    private final String token;
    private final Duration timeout;
    private final int tries;

    HttpBackendSettings(URI endpoint, String token, Duration timeout, int tries) {
        this.endpoint = endpoint;
        this.token = token;
        this.timeout = timeout;
        this.tries = tries;
    }

    /**
     * Reads the settings.
     *
     * @throws NqbaException if there is no endpoint or a value is wrong
     */
    static HttpBackendSettings from(Map<String, String> settings) {
        String endpoint = settings.getOrDefault(ENDPOINT, "");
        if (endpoint.isBlank()) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "No external back end is configured (%s is empty).".formatted(ENDPOINT),
                    "Set it to the address of the back end, or use the back end %s."
                            .formatted(LocalAnnealerBackend.NAME));
        }
        return new HttpBackendSettings(
                address(endpoint.strip()),
                token(settings.getOrDefault(TOKEN, "")),
                Duration.ofSeconds(whole(settings, TIMEOUT_SECONDS, USUAL_TIMEOUT_SECONDS, 1, 3_600)),
                whole(settings, TRIES, USUAL_TRIES, 1, 10));
    }

    URI endpoint() {
        return endpoint;
    }

    String token() {
        return token;
    }

    Duration timeout() {
        return timeout;
    }

    int tries() {
        return tries;
    }

    @Override
    public String toString() {
        return "HttpBackendSettings[endpoint=%s, timeout=%s, tries=%d]".formatted(endpoint, timeout, tries);
    }

    /** Problems and tokens travel encrypted, except within this machine. */
    private static URI address(String text) {
        URI address;
        try {
            address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw wrong(ENDPOINT, text, "be an address such as https://sampler.example/v1");
        }
        String host = address.getHost();
        boolean loopback = host != null && LOOPBACK.contains(host);
        boolean safe = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && loopback);
        if (host == null || !safe || address.getUserInfo() != null || address.getQuery() != null) {
            throw wrong(
                    ENDPOINT, address.getUserInfo() == null ? text : "with a user", "start with https:// and a host");
        }
        return address;
    }

    private static String token(String token) {
        if (!token.matches("[!-~]*")) {
            throw wrong(TOKEN, "not shown", "be visible ASCII characters without blanks");
        }
        return token;
    }

    private static int whole(Map<String, String> settings, String name, int usual, int least, int most) {
        String text = settings.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(name, text, "be a whole number from %d to %d".formatted(least, most));
        }
        return Integer.parseInt(text);
    }

    private static NqbaException wrong(String name, String value, String rule) {
        return new NqbaException(
                ErrorCode.INVALID_SETTING,
                "The setting %s (%s) must %s.".formatted(name, Protocol.shown(value), rule),
                "Correct it; docs/settings.md lists it.");
    }
}
