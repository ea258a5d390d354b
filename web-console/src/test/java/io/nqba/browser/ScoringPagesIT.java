package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scoring models of the demo leads: trained, read, compared, promoted. */
class ScoringPagesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static String line = "";
    private static String trees = "";

    @BeforeAll
    static void twoModelsAreThere() {
        DemoGrid.console();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA WHERE SCHEMA_ID = 'demo'")
                        .isEmpty());
        line = train(ModelKind.LOGISTIC);
        trees = train(ModelKind.BOOSTED_TREES);
    }

    private static String train(ModelKind kind) {
        RunGateway runs = DemoGrid.console().bean(RunGateway.class);
        String id = UUID.randomUUID().toString();
        runs.submit(new SubmitRun(id, LeadScoringRequest.usual("demo", kind), "council"))
                .block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(id).map(run -> run.state().terminal()).block(PATIENCE));
        return id;
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "1440,LIGHT", "390,LIGHT", "390,DARK"})
    void aModelCardIsReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/sigma/scoring?model=" + trees);

            assertThat(visit.find("#models tbody tr").first()).containsText("Boosted trees");
            assertThat(visit.find(".stats .stat").first()).containsText("AUC, newest leads");
            assertThat(visit.find("#measures tbody tr").first()).containsText("AUC");
            assertThat(visit.find("#weights tbody tr").first()).containsText("%");
            assertThat(visit.find(".findings").first()).containsText("features");
            assertThat(visit.find("#gain canvas")).isVisible();
            assertThat(visit.find("#calibration canvas")).isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustBeLive();
            visit.mustHaveBeenQuiet();
            visit.screenshot("scoring-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void theWeightsOfALineAreWordsAndOdds() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/scoring?model=" + line);

            assertThat(visit.find("#weights thead")).containsText("Odds, times");
            assertThat(visit.find("#weights tbody")).containsText("source: referral");
            assertThat(visit.find("#drift-title")).isVisible();
            visit.screenshot("scoring-line");
            visit.mustBeAccessible();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,DARK"})
    void theFormSaysWhatIsWrongAndStartsATraining(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/sigma/scoring?model=" + line);
            visit.page().click("text=Train a model");
            visit.page().fill("#seed", "many");
            visit.find(".checks input").first().check();
            visit.page().click("form >> text=Train");

            assertThat(visit.find("#seed-error")).containsText("(many) is not a whole number");
            assertThat(visit.find(".checks input").first()).isChecked();
            visit.screenshot("scoring-form-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
            visit.page().fill("#seed", "7");
            visit.page().click("form >> text=Train");

            assertThat(visit.find("#card-title")).isVisible();
            assertThat(visit.find("#scoring-runs tbody tr").first()).containsText("Succeeded", SOON);
            assertThat(visit.find("#models [aria-current=true]")).isVisible();
        }
    }

    @Test
    void aChallengerIsPromotedAfterAQuestionAndTheOldChampionCanComeBack() {
        try (Visit visit = Visit.council()) {
            String challenger = DemoGrid.rows("SELECT STATE FROM SCORING_MODEL WHERE MODEL_ID = ?", trees)
                            .get(0)
                            .get(0)
                            .toString()
                            .equals("CHAMPION")
                    ? line
                    : trees;
            visit.open("/sigma/scoring?model=" + challenger);
            visit.page().click("text=Promote this model");
            assertThat(visit.find("#promote-title")).isVisible();
            visit.screenshot("scoring-promote");
            visit.mustBeAccessible();
            visit.page().click("form[action$='/promotion'] button");

            assertThat(visit.find("#models tr:has([aria-current=true])")).containsText("Champion");
            assertThat(visit.find("#scoring-runs tbody tr").first()).containsText("Succeeded", SOON);
            visit.mustHaveBeenQuiet();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> DemoGrid.rows(
                                    "SELECT COUNT(*) FROM LEAD_SCORE S JOIN LEAD L ON S.LEAD_ID = L.LEAD_ID"
                                            + " WHERE L.SCHEMA_ID = 'demo' AND S.MODEL_ID <> ?",
                                    challenger)
                            .get(0)
                            .get(0)
                            .equals(0L));
        }
    }
}
