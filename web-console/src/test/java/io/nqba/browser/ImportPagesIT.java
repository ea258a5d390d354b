package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.model.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bringing in files of leads and deals, in a real browser. */
class ImportPagesIT {
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(60_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aFileWithBadRowsIsMappedCheckedAndImported() throws IOException {
        Path file = Files.writeString(directory.resolve("fair.csv"), leads(60));
        try (Visit visit = operator(Visit.WIDE, ColorScheme.LIGHT)) {
            send(visit, file, "LEADS");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/sigma/import/import-.*"));
            assertThat(visit.find("#field-email")).hasValue("Mail");
            assertThat(visit.find("#field-company")).hasValue("Firm");
            assertThat(visit.find("#columns")).containsText("ada1@fair.example");
            visit.page().selectOption("#field-outcome", "bought");
            visit.page().selectOption("#field-name", "Mail");
            visit.page().fill("#schema", "fair");
            visit.find("text=Check it").click();
            assertThat(visit.find("#field-email-error")).containsText("stands for two fields");
            visit.screenshot("sigma-import-wrong");
            visit.mustBeAccessible();

            visit.page().selectOption("#field-name", "Full name");
            visit.find("text=Check it").click();
            assertThat(visit.find("[data-import-state]")).hasText("Checked, not imported", PATIENTLY);
            assertThat(visit.find(".findings")).containsText("60 of 63 rows can be imported");
            assertThat(visit.find(".findings")).containsText("Rows with the e-mail address of an earlier row: 1");
            assertThat(visit.find("#refused")).containsText("It is no number.");
            assertThat(visit.find("#refused")).containsText("It has 2 columns, the header has 5.");
            Assertions.assertThat(rows()).as("a check stores nothing").isZero();
            visit.screenshot("sigma-import-checked");
            visit.mustBeAccessible();

            visit.find("text=Import the good rows").click();
            assertThat(visit.find("[data-import-state]")).hasText("Imported", PATIENTLY);
            assertThat(visit.find(".findings")).containsText("60 of 63 rows imported");
            assertThat(visit.find("main")).not().containsText("ada1@fair.example");
            visit.screenshot("sigma-import-done");
            Assertions.assertThat(rows()).isEqualTo(60);
            visit.open("/sigma/import");
            assertThat(visit.find("#imports")).containsText("fair.csv");
        }
        Assertions.assertThat(DemoGrid.rows("SELECT COUNT(*) FROM LEAD WHERE SCHEMA_ID = 'fair' AND EMAIL_HASH <> ''")
                        .get(0)
                        .get(0))
                .isEqualTo(60L);
    }

    @Test
    void filesThatCannotBeUsedSayWhy() throws IOException {
        try (Visit visit = operator(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/sigma/import");
            visit.find("text=Look at it").click();
            assertThat(visit.find("#file-error")).hasText("No file was chosen.");
            send(visit, Files.writeString(directory.resolve("empty.csv"), ""), "LEADS");
            assertThat(visit.find("#file-error")).containsText("It is empty.");
            send(visit, Files.writeString(directory.resolve("header.csv"), "a,b\n"), "LEADS");
            assertThat(visit.find("#file-error")).containsText("no rows");
            send(visit, Files.writeString(directory.resolve("twice.csv"), "a,a\n1,2\n"), "LEADS");
            assertThat(visit.find("#file-error")).containsText("two columns called (a)");
            byte[] latin = "name,firm\nJürgen,Käse\n".getBytes(StandardCharsets.ISO_8859_1);
            send(visit, Files.write(directory.resolve("latin.csv"), latin), "LEADS");
            assertThat(visit.find("#file-error")).containsText("not written in UTF-8");
            visit.screenshot("sigma-import-refused");
            visit.mustBeAccessible();
        }
    }

    @Test
    void dealsNeedTheirColumns() throws IOException {
        Path file = Files.writeString(
                directory.resolve("deals.csv"),
                "deal id;product;stage;shoe\nd-import-1;Orbit Basic;Prospecting;1\nd-import-2;ORBIT-basic;Engaging;2\nd-import-3;Moon;Engaging;2\n");
        try (Visit visit = operator(Visit.WIDE, ColorScheme.LIGHT)) {
            send(visit, file, "DEALS");
            assertThat(visit.find("#field-opportunity_id")).hasValue("deal id");
            visit.page().selectOption("#field-product", "");
            visit.find("text=Import the good rows").click();
            assertThat(visit.find("#field-product-error")).containsText("A column is needed for it.");
            visit.page().selectOption("#field-product", "product");
            visit.find("text=Import the good rows").click();
            assertThat(visit.find("[data-import-state]")).hasText("Imported", PATIENTLY);
            assertThat(visit.find("#refused")).containsText("There is no product called (Moon).");
            assertThat(visit.find(".findings")).containsText("Repaired: product ORBIT-basic is Orbit Basic in 1 rows");
        }
        Assertions.assertThat(DemoGrid.rows("SELECT 1 FROM OPPORTUNITY WHERE OPPORTUNITY_ID LIKE 'd-import-%'"))
                .hasSize(2);
    }

    @Test
    void whoIsNoOperatorSeesReportsOnly() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/import");
            assertThat(visit.find("text=Send a file")).hasCount(0);
            visit.mustBeAccessible();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "390,LIGHT"})
    void pagesAreAccessibleQuietAndStill(int width, ColorScheme scheme) throws IOException {
        Path file = Files.writeString(directory.resolve("look-%d.csv".formatted(width)), leads(5));
        try (Visit visit = operator(width, scheme)) {
            send(visit, file, "LEADS");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/sigma/import/import-.*"));
            int number = 0;
            for (String path : new String[] {visit.address(), "/sigma/import"}) {
                visit.open(path);
                visit.mustBeLive();
                Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", path, width)
                        .isEqualTo(true);
                visit.mustHaveBeenQuiet();
                visit.screenshot("sigma-import-%d-%d-%s".formatted(number++, width, scheme));
                visit.mustBeAccessible();
            }
        }
    }

    private static Visit operator(int width, ColorScheme scheme) {
        return Visit.as(Role.OPERATOR, DemoGrid.console().url(), width, scheme);
    }

    private static void send(Visit visit, Path file, String kind) {
        visit.open("/sigma/import");
        visit.page().waitForSelector("[data-upload-ready]");
        visit.page().selectOption("#kind", kind);
        visit.page().setInputFiles("#file", file);
        visit.find("text=Look at it").click();
    }

    private static long rows() {
        return (Long) DemoGrid.rows("SELECT COUNT(*) FROM LEAD WHERE SCHEMA_ID = 'fair'")
                .get(0)
                .get(0);
    }

    private static String leads(int good) {
        StringBuilder text = new StringBuilder("Full name;Mail;Firm;visits;bought\n");
        for (int i = 1; i <= good; i++) {
            text.append("Ada %d;ada%d@fair.example;Firm %d;%d;%s%n"
                    .formatted(i, i == 2 ? 1 : i, i, i, i % 3 == 0 ? "yes" : "no"));
        }
        return text + "Eve;eve@fair.example;Pier;many;no\ntoo;few\nIda;ida@fair.example;Quay;5;perhaps\n";
    }
}
