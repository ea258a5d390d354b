package io.nqba.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.Browser;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.Role;
import io.nqba.model.security.UserAccount;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.IgniteCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class SessionIT {
    private static final String PAGE = "/api/v1/optimisation/runs";

    private final TestConsole console = TestConsole.shared();

    @Test
    void signingInOpensASession() {
        Browser browser = signedIn(console, Role.ANALYST, "/flyfox");

        ResponseCookie session = Objects.requireNonNull(browser.cookie(BrowserSessions.COOKIE));
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        assertThat(status(browser, PAGE)).isEqualTo(200);
    }

    @Test
    void theGridHoldsOnlyADigestOfTheCookie() {
        Browser browser = signedIn(console, Role.ANALYST, "/");

        String secret =
                Objects.requireNonNull(browser.cookie(BrowserSessions.COOKIE)).getValue();
        assertThat(TestConsole.grid().ignite().cache(CacheNames.CONSOLE_SESSION).containsKey(secret))
                .isFalse();
    }

    @Test
    void signingOutEndsTheSessionForEveryCopyOfTheCookie() {
        Browser browser = signedIn(console, Role.COUNCIL, "/");
        Browser thief = new Browser(console);
        thief.adopt(Objects.requireNonNull(browser.cookie(BrowserSessions.COOKIE)));
        assertThat(status(thief, PAGE)).isEqualTo(200);

        EntityExchangeResult<byte[]> out = browser.post("/sign-out", Map.of(), browser.csrf());

        assertThat(out.getStatus().value()).isEqualTo(303);
        assertThat(location(out)).isEqualTo("/sign-in?signed-out");
        assertThat(browser.cookie(BrowserSessions.COOKIE)).isNull();
        assertThat(status(thief, PAGE)).isEqualTo(401);
    }

    @Test
    void aWrongPasswordLeadsBackToThePage() {
        Browser browser = fresh(console);

        EntityExchangeResult<byte[]> result = browser.post(
                "/sign-in", Map.of("name", "council", "password", "wrong", "next", "/flyfox"), browser.csrf());

        assertThat(location(result)).isEqualTo("/sign-in?next=/flyfox&error");
        assertThat(browser.cookie(BrowserSessions.COOKIE)).isNull();
        signedIn(console, Role.COUNCIL, "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", " /flyfox"})
    void afterSigningInNobodyIsSentToAnotherHost(String next) {
        Browser browser = fresh(console);

        EntityExchangeResult<byte[]> result = browser.post(
                "/sign-in",
                Map.of("name", "council", "password", TestConsole.password(Role.COUNCIL), "next", next),
                browser.csrf());

        assertThat(location(result)).isEqualTo("/");
    }

    @Test
    void aFormWithoutTheCsrfTokenIsRefused() {
        Browser browser = fresh(console);

        EntityExchangeResult<byte[]> result =
                browser.post("/sign-in", Map.of("name", "council", "password", TestConsole.password(Role.COUNCIL)), "");

        assertThat(result.getStatus().value()).isEqualTo(403);
        assertThat(browser.cookie(BrowserSessions.COOKIE)).isNull();
    }

    @Test
    void aCommandByCookieNeedsTheCsrfToken() {
        Browser browser = signedIn(console, Role.OPERATOR, "/");

        EntityExchangeResult<byte[]> forged = browser.post("/sign-out", Map.of(), "forged");

        assertThat(forged.getStatus().value()).isEqualTo(403);
        assertThat(status(browser, PAGE)).isEqualTo(200);
    }

    @Test
    void aPageSendsStrangersToTheSignInAndBack() {
        EntityExchangeResult<byte[]> result = new Browser(console).get("/flyfox?range=7d&unit=kWh");

        assertThat(result.getStatus().value()).isEqualTo(303);
        assertThat(location(result)).isEqualTo("/sign-in?next=%2Fflyfox%3Frange%3D7d%26unit%3DkWh");
    }

    @Test
    void disablingAnAccountEndsItsSessions() {
        IgniteCache<String, UserAccount> accounts = TestConsole.grid().ignite().cache(CacheNames.USER_ACCOUNT);
        UserAccount analyst = accounts.get("analyst");
        Browser browser = signedIn(console, Role.ANALYST, "/");
        try {
            accounts.put("analyst", new UserAccount("analyst", Role.ANALYST, analyst.passwordHash(), false, 0));

            assertThat(status(browser, PAGE)).isEqualTo(401);
        } finally {
            accounts.put("analyst", analyst);
        }
    }

    @Test
    void aSessionOfOneConsoleIsGoodAtAnotherAndAfterARestart() {
        Browser browser = signedIn(console, Role.COUNCIL, "/");
        ResponseCookie session = Objects.requireNonNull(browser.cookie(BrowserSessions.COOKIE));
        String token = console.token(Role.SERVICE);

        try (TestConsole other = TestConsole.start(TestConsole.grid().clientAddress())) {
            Browser moved = new Browser(other);
            moved.adopt(session);

            assertThat(status(moved, PAGE)).isEqualTo(200);
            other.stranger()
                    .get()
                    .uri(PAGE)
                    .header("Authorization", "Bearer " + token)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void answersCarryTheSecurityHeaders() {
        console.stranger()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Security-Policy", ContentPolicy.STRICT)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .exists("Referrer-Policy")
                .expectHeader()
                .exists("Permissions-Policy")
                .expectHeader()
                .exists("X-Trace-Id");
        assertThat(ContentPolicy.STRICT).doesNotContain("unsafe");
        assertThat(ContentPolicy.DOCUMENTATION).contains("script-src 'self';");
    }

    /** Asks the API with the cookie only, so the answer does not depend on any page. */
    private static int status(Browser browser, String path) {
        return browser.getJson(path).getStatus().value();
    }

    static Browser fresh(TestConsole console) {
        Browser browser = new Browser(console);
        browser.get("/sign-in");
        return browser;
    }

    static Browser signedIn(TestConsole console, Role role, String next) {
        Browser browser = fresh(console);
        EntityExchangeResult<byte[]> result = browser.post(
                "/sign-in",
                Map.of("name", TestConsole.nameOf(role), "password", TestConsole.password(role), "next", next),
                browser.csrf());
        assertThat(location(result)).isEqualTo(next);
        return browser;
    }

    private static String location(EntityExchangeResult<byte[]> result) {
        return String.valueOf(result.getResponseHeaders().getFirst("Location"));
    }
}
