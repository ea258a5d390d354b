package io.nqba.console.testing;

import io.nqba.model.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a browser keeps between requests: cookies. Follows no redirects, so that tests see them. */
public final class Browser {
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final WebTestClient client;
    private final Map<String, ResponseCookie> cookies = new LinkedHashMap<>();
    private String csrf = "";

    public Browser(TestConsole console) {
        this.client = console.stranger();
    }

    /** Returns a browser in which somebody of the role has signed in. */
    public static Browser signedIn(TestConsole console, Role role) {
        Browser browser = new Browser(console);
        browser.get("/sign-in");
        browser.post(
                "/sign-in",
                Map.of("name", TestConsole.nameOf(role), "password", TestConsole.password(role)),
                browser.csrf());
        // The session has a token of its own, which the next form needs.
        browser.get("/optimisation/submit");
        return browser;
    }

    /** Asks for a page. */
    public EntityExchangeResult<byte[]> get(String path) {
        return keep(client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .header(HttpHeaders.COOKIE, sent())
                .exchange()
                .expectBody()
                .returnResult());
    }

    /** Asks for a document, as a script of a page does. */
    public EntityExchangeResult<byte[]> getJson(String path) {
        return keep(client.get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.COOKIE, sent())
                .exchange()
                .expectBody()
                .returnResult());
    }

    /** Posts a form with the CSRF token of the console, as a page does. */
    public EntityExchangeResult<byte[]> post(String path, Map<String, String> fields, String csrf) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        if (!csrf.isEmpty()) {
            form.add("_csrf", csrf);
        }
        return keep(client.post()
                .uri(path)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .header(HttpHeaders.COOKIE, sent())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult());
    }

    /** Returns a cookie that the console set, or null. */
    public @Nullable ResponseCookie cookie(String name) {
        return cookies.get(name);
    }

    /** Takes over a cookie of another browser. */
    public void adopt(ResponseCookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    /** Returns the CSRF token of the last page with a form. */
    public String csrf() {
        return csrf;
    }

    private String sent() {
        return cookies.values().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private EntityExchangeResult<byte[]> keep(EntityExchangeResult<byte[]> result) {
        result.getResponseCookies()
                .forEach((name, values) -> values.forEach(cookie -> {
                    if (cookie.getMaxAge().isZero()) {
                        cookies.remove(name);
                        return;
                    }
                    cookies.put(name, cookie);
                }));
        byte[] body = result.getResponseBody();
        Matcher field = CSRF_FIELD.matcher(body == null ? "" : new String(body, StandardCharsets.UTF_8));
        if (field.find()) {
            csrf = field.group(1);
        }
        return result;
    }
}
