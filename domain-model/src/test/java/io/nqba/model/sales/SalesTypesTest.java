package io.nqba.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SalesTypesTest {
    @Test
    void aLeadKeepsItsOwnCopyOfItsValues() {
        double[] values = {1, Double.NaN};
        Lead lead = Lead.of("l1").schemaId("demo").values(values).build();

        values[0] = 7;
        lead.values()[0] = 8;

        assertThat(lead.values()).containsExactly(1, Double.NaN);
        assertThat(lead.value(0)).isEqualTo(1);
        assertThat(lead)
                .isEqualTo(lead.toBuilder().build())
                .hasSameHashCodeAs(lead.toBuilder().build());
        assertThat(lead).isNotEqualTo(lead.toBuilder().values(values).build());
    }

    @Test
    void aLeadNamesWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lead.of(" ").schemaId("demo").build())
                .withMessage("The leadId ( ) must not be blank.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lead.of("l1").schemaId("demo").amount(-1).build())
                .withMessage("The amount (-1.0) must be 0 or more.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lead.of("l1").schemaId("demo").workHours(-2).build())
                .withMessage("The workHours (-2.0 h) must be 0 or more.");
    }

    @Test
    void theTextOfALeadShowsNobody() {
        PersonalData person = new PersonalData(new byte[] {1}, new byte[] {2}, new byte[0], 3);

        assertThat(Lead.of("l1")
                        .schemaId("demo")
                        .person(person)
                        .emailHash("hash")
                        .build()
                        .toString())
                .isEqualTo("Lead[l1, demo, NEW, 1]");
        assertThat(person.toString()).isEqualTo("PersonalData[3]");
        assertThat(PersonalData.NONE.isEmpty()).isTrue();
        assertThat(person.isEmpty()).isFalse();
    }

    @Test
    void aDealDoesNotCloseBeforeItBegan() {
        Opportunity open = Opportunity.of("o1").productId("gtx-pro").build();

        assertThat(open.isOpen()).isTrue();
        assertThat(open.amount()).isNaN();
        assertThat(open.toBuilder().closeDay(7).build().closeDay()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.toBuilder().engageDay(9).closeDay(8).build())
                .withMessage("The closeDay (8) must not lie before the engageDay (9).");
    }

    @Test
    void aLostDealKeepsWhatWasOfferedAndWhy() {
        Opportunity lost = Opportunity.of("o1")
                .productId("gtx-pro")
                .stage(DealStage.LOST)
                .amount(0)
                .offer(480)
                .reason(CloseReason.PRICE)
                .build();

        assertThat(lost.toBuilder().build()).isEqualTo(lost);
        assertThat(lost)
                .isNotEqualTo(lost.toBuilder().reason(CloseReason.BUDGET).build());
        assertThat(lost).isNotEqualTo(lost.toBuilder().offer(0).build());
        assertThat(Opportunity.of("o2").productId("gtx-pro").build().reason()).isEqualTo(CloseReason.UNKNOWN);
    }

    @Test
    void anAgentFitsWhatTheListsSay() {
        SalesRep rep = SalesRep.of("r1")
                .name("Rep 1")
                .territory("north")
                .languages("en,de")
                .skills("gtx-pro,mg-special")
                .build();

        assertThat(rep.speaks("de")).isTrue();
        assertThat(rep.speaks("d")).isFalse();
        assertThat(rep.speaks("")).isTrue();
        assertThat(rep.sells("gtx-pro")).isTrue();
        assertThat(rep.sells("gtx")).isFalse();
        assertThat(rep.covers("south")).isFalse();
        assertThat(rep.toBuilder().skills("").territory("").build().sells("gtx"))
                .isTrue();
        assertThat(rep.active()).isTrue();
    }

    @Test
    void aSchemaFindsItsFeatures() {
        LeadSchema schema = new LeadSchema(
                "demo",
                new String[] {"visits", "industry"},
                new FeatureKind[] {FeatureKind.NUMBER, FeatureKind.CATEGORY},
                new String[][] {{}, {"retail", "health"}},
                new String[] {"visits a week", ""},
                "won");

        assertThat(schema.indexOf("industry")).isEqualTo(1);
        assertThat(schema.indexOf("none")).isEqualTo(-1);
        assertThat(schema.words(1)).containsExactly("retail", "health");
        assertThat(schema.width()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadSchema(
                        "demo", new String[] {"a"}, new FeatureKind[0], new String[0][], new String[0], "won"))
                .withMessage("The names (1), kinds (0), categories (0) and units (0) must be equally many.");
    }

    @Test
    void aCardFindsItsFigures() {
        ModelCard card = new ModelCard(
                new String[] {"time_split_auc"}, new double[] {0.7}, new double[0], new double[0], new String[0]);

        assertThat(card.figure("time_split_auc")).isEqualTo(0.7);
        assertThat(card.figure("brier")).isNaN();
    }
}
