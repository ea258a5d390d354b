package io.nqba.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person at one browser. Whatever they do, it watches for what must never happen: an error on the browser's console,
 * a refused script or style, a request to another host, content that moves by itself.
 */
final class Visit implements AutoCloseable {
    static final int WIDE = 1440;
    static final int NARROW = 390;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String WATCH = """
            window.refused = [];
            document.addEventListener('securitypolicyviolation', (event) => {
              window.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile);
            });
            window.shifted = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (!entry.hadRecentInput) {
                  window.shifted.push(entry.value + ' ' + entry.sources.map((source) =>
                      source.node?.outerHTML?.slice(0, 80) ?? source.node?.textContent).join(' | '));
                }
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """;

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(String url, int width, ColorScheme scheme) {
        this.url = url;
        this.context = Chromium.stranger(width, scheme);
        context.addInitScript(WATCH);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // What the content policy refuses is counted in the page: the accessibility checker breaks it after that.
            if (message.type().equals("error") && !message.text().contains("Content Security Policy")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) {
                complaints.add("another host: " + request.url());
            }
        });
    }

    static Visit stranger() {
        return new Visit(DemoGrid.console().url(), WIDE, ColorScheme.LIGHT);
    }

    static Visit council() {
        return council(DemoGrid.console().url(), WIDE, ColorScheme.LIGHT);
    }

    static Visit council(String url, int width, ColorScheme scheme) {
        return as(Role.COUNCIL, url, width, scheme);
    }

    static Visit as(Role role, String url, int width, ColorScheme scheme) {
        Visit visit = new Visit(url, width, scheme);
        visit.open("/sign-in");
        visit.signIn(role, TestConsole.password(role));
        PlaywrightAssertions.assertThat(visit.page).hasURL(url + "/");
        visit.mustBeLive();
        return visit;
    }

    void signIn(Role role, String password) {
        page.fill("#name", TestConsole.nameOf(role));
        page.fill("#password", password);
        page.click("button[type=submit]");
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(url + path);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Returns path and parameters of the page. */
    String address() {
        return page.url().substring(url.length());
    }

    /** Waits until a function is true in the page; if it never is, says what the page showed instead, in a picture too. */
    void until(String function, @Nullable Object argument) {
        try {
            page.waitForFunction(function, argument);
        } catch (TimeoutError never) {
            screenshot("never");
            throw new AssertionError(
                    "Never so on %s: %s with %s. The page shows: %s"
                            .formatted(
                                    address(), function, argument, find("main").innerText()),
                    never);
        }
    }

    /** Copying and pasting asks the person, who says yes. */
    void mayUseTheClipboard() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Only when its stream has begun is a page at rest. */
    void mustBeLive() {
        PlaywrightAssertions.assertThat(find("[data-live-badge]")).hasAttribute("data-state", "connected");
    }

    void mustBeAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("violations on %s", address())
                .isEmpty();
    }

    void mustHaveBeenQuiet() {
        assertThat(complaints).as("complaints up to %s", address()).isEmpty();
        assertThat((List<?>) page.evaluate("window.refused"))
                .as("refused by the content policy on %s", address())
                .isEmpty();
        mustNotHaveMoved();
    }

    void mustNotHaveMoved() {
        assertThat((List<?>) page.evaluate("window.shifted"))
                .as("layout shifts on %s", address())
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
