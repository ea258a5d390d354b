package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody types is theirs: whatever arrives meanwhile, no letter is lost and the last wish is what is shown. */
class TypingIT {
    /** Types at the very moment at which the sorted table is drawn, quicker than any person. */
    private static final String TYPE_WHEN_SORTED = """
            new MutationObserver((changes, observer) => {
              if (document.querySelector('th[aria-sort=ascending]')) {
                observer.disconnect();
                const field = document.querySelector('#sites-q');
                field.value = 'home 12';
                field.dispatchEvent(new Event('input', { bubbles: true }));
              }
            }).observe(document.querySelector('#sites'), { childList: true, subtree: true, attributes: true });
            """;

    @BeforeAll
    static void oneRunHasEnded() {
        PagesIT.oneRunHasEnded();
    }

    @Test
    void typingAtTheMomentOfADrawingIsHeard() {
        try (Visit visit = Visit.council()) {
            visit.open(PagesIT.SITES);
            visit.page().evaluate(TYPE_WHEN_SORTED);

            visit.find("#sites-sort-name").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*sort=name.*[?&]q=home\\+12.*"));
            assertThat(visit.find("#sites tbody a")).hasText("Riverside home 12");
        }
    }

    @Test
    void lettersTypedWhileAnAnswerIsUnderWayStay() {
        try (Visit visit = Visit.council()) {
            visit.open(PagesIT.SITES);
            Deque<Route> held = hold(visit, "**/flyfox?*q=*");
            Locator field = visit.find("#sites-q");

            field.pressSequentially("home");
            visit.page().waitForCondition(() -> !held.isEmpty());
            field.pressSequentially(" 12");
            visit.page().waitForCondition(() -> held.size() > 1);
            visit.find("#sites-sort-name").click();
            visit.page().waitForCondition(() -> held.size() > 2);
            held.forEach(Route::resume);

            assertThat(visit.page()).hasURL(Pattern.compile(".*sort=name.*[?&]q=home\\+12.*"));
            assertThat(field).hasValue("home 12");
            assertThat(visit.find("#sites tbody a")).hasText("Riverside home 12");
            assertThat(visit.find("th[aria-sort=ascending]")).hasText("Site");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void goingBackShowsTheOrderBefore() {
        try (Visit visit = Visit.council()) {
            visit.open(PagesIT.SITES);
            visit.find("#sites-sort-name").click();
            assertThat(visit.find("th[aria-sort=ascending]")).hasText("Site");
            visit.find("#sites-sort-cost").click();
            assertThat(visit.find("th[aria-sort=descending]")).containsText("Scheduled");

            visit.page().goBack();

            assertThat(visit.find("th[aria-sort=ascending]")).hasText("Site");
        }
    }

    @Test
    void freshFiguresOfTheGridLeaveTheFilterAlone() {
        try (Visit visit = Visit.council()) {
            visit.open("/grid");
            Locator field = visit.find("#caches-q");

            field.pressSequentially("Meter");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]q=Meter"));
            freshFigures(visit);
            field.pressSequentially("Reading");
            freshFigures(visit);

            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]q=MeterReading"));
            assertThat(field).hasValue("MeterReading");
            assertThat(field).isFocused();
            assertThat(visit.find("#caches tbody tr")).hasCount(1);
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void enterOpensWhatWasTypedAndNotWhatWasFoundBefore() {
        try (Visit visit = Visit.council()) {
            visit.open("/");
            visit.page().keyboard().press("Control+k");
            assertThat(visit.find("#palette-results a")).not().hasCount(0);
            Deque<Route> held = hold(visit, "**/search?*");

            visit.page().keyboard().type("Riverside home 12");
            visit.page().keyboard().press("Enter");
            visit.page().waitForCondition(() -> !held.isEmpty());
            assertThat(visit.address()).isEqualTo("/");
            visit.page().unroute("**/search?*");
            held.forEach(Route::resume);

            assertThat(visit.find("h1")).hasText("Riverside home 12");
        }
    }

    /** Keeps back the answers to these addresses. */
    private static Deque<Route> hold(Visit visit, String addresses) {
        Deque<Route> held = new ArrayDeque<>();
        visit.page().route(addresses, held::add);
        return held;
    }

    private static void freshFigures(Visit visit) {
        Response answer = visit.page().waitForResponse(found -> found.url().contains("/grid?"), () -> {});
        assertThat(Objects.requireNonNull(answer).ok()).isTrue();
    }
}
