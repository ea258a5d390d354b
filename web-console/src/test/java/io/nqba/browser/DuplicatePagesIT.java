package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.NameKey;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that may be the same, in a real browser. */
class DuplicatePagesIT {
    @Test
    void accountsAreComparedAndMerged() {
        account("twin-1", "Twin Harbour Ltd", "retail");
        account("twin-2", "TWIN HARBOUR", "medical");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/duplicates?kind=account");
            visit.find("text=Twin Harbour Ltd · TWIN HARBOUR").click();
            assertThat(visit.find("h1")).hasText("Are these the same account?");
            visit.screenshot("sigma-compare");
            visit.mustBeAccessible();

            DemoGrid.put(CacheNames.ACCOUNT, "twin-2", made("twin-2", "TWIN HARBOUR", "software", 2));
            visit.page().locator("input[name=field-sector][value=twin-2]").check();
            visit.find("text=Merge them").click();
            assertThat(visit.find(".problem__title")).containsText("Somebody changed 1 of the 2 rows meanwhile");
            assertThat(visit.find("#compare")).containsText("software");
            assertThat(visit.page().locator("input[name=field-sector][value=twin-2]"))
                    .isChecked();
            visit.find("text=Merge them").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*/sigma/duplicates\\?kind=account$"));
            assertThat(visit.find("main")).not().containsText("TWIN HARBOUR");
        }
        Assertions.assertThat(DemoGrid.rows("SELECT ACCOUNT_ID, SECTOR FROM ACCOUNT WHERE ACCOUNT_ID LIKE 'twin-%'"))
                .singleElement()
                .asString()
                .isEqualTo("[twin-1, software]");
    }

    @Test
    void whatIsNotTheSameGoesFromTheList() {
        account("pair-1", "Pair of Piers", "retail");
        account("pair-2", "Pair-of-Piers", "retail");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/duplicates?kind=account");
            visit.find("text=Pair of Piers · Pair-of-Piers").click();
            visit.find("text=They are not the same").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/sigma/duplicates\\?kind=account$"));
            assertThat(visit.find("main")).not().containsText("Pair of Piers");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
    void pagesAreAccessibleQuietAndStill(int width, ColorScheme scheme) {
        account("look-1", "Look Alikes", "retail");
        account("look-2", "Look-Alikes", "");
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            int number = 0;
            for (String path : new String[] {
                "/sigma/duplicates",
                "/sigma/duplicates?kind=product",
                "/sigma/duplicates/compare?kind=account&id=look-1&id=look-2"
            }) {
                visit.open(path);
                visit.mustBeLive();
                Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", path, width)
                        .isEqualTo(true);
                visit.mustHaveBeenQuiet();
                visit.screenshot("sigma-duplicates-%d-%d-%s".formatted(number++, width, scheme));
                visit.mustBeAccessible();
            }
        }
    }

    private static void account(String id, String name, String sector) {
        DemoGrid.put(CacheNames.ACCOUNT, id, made(id, name, sector, 1));
    }

    private static Account made(String id, String name, String sector, long revision) {
        return Account.of(id)
                .name(name)
                .nameKey(NameKey.of(name))
                .sector(sector)
                .revision(revision)
                .build();
    }
}
