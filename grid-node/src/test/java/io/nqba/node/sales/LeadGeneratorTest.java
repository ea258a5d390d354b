package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeadGeneratorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final SalesRecipe RECIPE = SalesRecipe.demo(TODAY);
    private static final LeadGenerator LEADS = new LeadGenerator(RECIPE, new SalesBook(RECIPE));

    @Test
    void aLeadFollowsFromItsNumberAlone() {
        LeadGenerator again = new LeadGenerator(RECIPE, new SalesBook(RECIPE));

        assertThat(again.draft(2_999)).isEqualTo(LEADS.draft(2_999));
        assertThat(again.draft(5)).isEqualTo(LEADS.draft(5)).isNotEqualTo(LEADS.draft(6));
    }

    @Test
    void featuresFitTheSchema() {
        LeadSchema schema = LeadGenerator.schema("demo", LeadGenerator.PLAIN_FEATURES);

        for (long i = 0; i < RECIPE.leads(); i++) {
            Lead lead = LEADS.draft(i).lead();
            assertThat(lead.width()).isEqualTo(schema.width());
            for (int k = 0; k < schema.width(); k++) {
                double value = lead.value(k);
                if (!Double.isNaN(value) && schema.kinds()[k] == FeatureKind.CATEGORY) {
                    assertThat(value)
                            .isBetween(0.0, schema.words(k).size() - 1.0)
                            .isEqualTo(Math.rint(value));
                } else if (!Double.isNaN(value)) {
                    assertThat(value).isFinite().isNotNegative();
                }
            }
        }
    }

    @Test
    void leadsComeInOrderOfTimeAndTheLatestAreOpen() {
        long before = 0;
        for (long i = 0; i < RECIPE.leads(); i++) {
            Lead lead = LEADS.draft(i).lead();
            assertThat(lead.createdAtMillis()).isGreaterThanOrEqualTo(before);
            before = lead.createdAtMillis();
        }
        assertThat(before).isLessThan(TODAY.toEpochDay() * 86_400_000);
        assertThat(LEADS.draft(2_999).lead().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(LEADS.draft(0).lead().outcome()).isNotEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void asManyAreWonAsTheTruthSays() {
        long decided = outcomes(Outcome.WON) + outcomes(Outcome.LOST);

        assertThat(outcomes(Outcome.WON) / (double) decided).isBetween(0.15, 0.40);
        assertThat(outcomes(Outcome.UNKNOWN)).isBetween(200L, 600L);
    }

    @Test
    void someCameInBeforeUnderAnotherSpelling() {
        Lead again = LEADS.draft(96).lead();
        Lead first = LEADS.draft(59).lead();

        assertThat(LEADS.draft(96).person()).isEqualTo(LEADS.draft(59).person());
        assertThat(again.company()).isNotEqualTo(first.company());
        assertThat(again.companyKey()).isEqualTo(first.companyKey());
        Set<String> emails = new HashSet<>();
        long repeated = LongStream.range(0, RECIPE.leads())
                .filter(i -> !emails.add(LEADS.draft(i).person().email()))
                .count();
        assertThat(repeated).isEqualTo(30);
    }

    @Test
    void moreFeaturesAreSignals() {
        SalesRecipe wide = new SalesRecipe("wide", 10, 5, 3, 0, 60, false, 1, TODAY);

        assertThat(new LeadGenerator(wide, new SalesBook(wide)).draft(3).lead().width())
                .isEqualTo(60);
        assertThat(LeadGenerator.schema("wide", 60).names()[59]).isEqualTo("signal_60");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesRecipe("wide", 10, 5, 3, 0, 11, false, 1, TODAY))
                .withMessage("The features (11) must lie between 12 and 200.");
    }

    private static long outcomes(Outcome outcome) {
        return LongStream.range(0, RECIPE.leads())
                .filter(i -> LEADS.draft(i).lead().outcome() == outcome)
                .count();
    }
}
