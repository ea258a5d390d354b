package io.nqba.console.page.sales;

import io.nqba.console.page.Choice;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.LeadBody;
import io.nqba.console.sales.LeadView;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that changes a lead: its fields from a lead, and a lead from its fields. */
final class LeadForm {
    private static final String FEATURE = "features.";
    private static final double MOST_MONEY = 1e12;
    private static final double MOST_HOURS = 1e5;
    private static final Map<String, Integer> LONGEST = Map.of(
            "company", 200,
            "person.name", 200,
            "person.email", 254,
            "person.phone", 50,
            "source", 80,
            "campaignId", 80,
            "territory", 80,
            "language", 16);

    private LeadForm() {}

    /** @param clear whether the reader sees persons, and so may change them */
    static EditForm of(LeadView lead, LeadSchema schema, BookNames.Names names, boolean clear) {
        var form = new EditForm.Builder()
                .choice(
                        "status",
                        "Status",
                        "",
                        SalesWords.choice("status", SalesWords.statuses(), lead.status()),
                        key(lead.status()))
                .choice(
                        "ownerRepId",
                        "Owner",
                        "Who works on it",
                        Choice.of("ownerRepId", "", "Nobody", names.reps(), text(lead.ownerRepId())),
                        text(lead.ownerRepId()))
                .choice(
                        "productId",
                        "Product",
                        "What it may buy",
                        Choice.of("productId", "", "Not known", names.products(), text(lead.productId())),
                        text(lead.productId()))
                .text("amount", "Expected ($)", "If it is won", FormFields.exactText(lead.amount()))
                .text("workHours", "Work (h)", "Hours an agent needs", FormFields.exactText(lead.workHours()))
                .choice("outcome", "Outcome", "What scores are learnt from", outcome(lead), key(lead.outcome()))
                .text("company", "Company", "Empty for a private person", text(lead.company()));
        if (clear) {
            form.text(
                            "person.name",
                            "Name",
                            "Sealed before it enters the grid",
                            text(lead.person().name()))
                    .text(
                            "person.email",
                            "E-mail",
                            "Sealed; found by its keyed hash",
                            text(lead.person().email()))
                    .text("person.phone", "Phone", "Sealed", text(lead.person().phone()));
        }
        form.text("source", "Source", "As web or fair", text(lead.source()))
                .text("territory", "Territory", "Empty for any", text(lead.territory()))
                .text("language", "Language", "Code, as en", text(lead.language()))
                .text("campaignId", "Campaign", "Its id; empty for none", text(lead.campaignId()))
                .group("Features that the score is made from");
        features(form, lead, schema);
        return form.build(lead.revision());
    }

    private static void features(EditForm.Builder form, LeadView lead, LeadSchema schema) {
        String[] names = schema.names();
        for (int i = 0; i < names.length; i++) {
            Object value = lead.features().get(names[i]);
            String label =
                    names[i].replace('_', ' ') + (schema.units()[i].isEmpty() ? "" : " (" + schema.units()[i] + ")");
            if (schema.kinds()[i] == FeatureKind.NUMBER) {
                String written = value instanceof Number number ? FormFields.exactText(number.doubleValue()) : "";
                form.text(FEATURE + names[i], label, "Empty when not known", written);
            } else {
                String chosen = value == null ? "" : value.toString();
                var words = Choice.of("", "", "Not known", SalesWords.themselves(schema.words(i)), chosen);
                form.choice(FEATURE + names[i], label, "", words, chosen);
            }
        }
    }

    private static Choice outcome(LeadView lead) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("unknown", "Not known yet");
        words.put("won", "Won");
        words.put("lost", "Lost");
        return SalesWords.choice("outcome", words, lead.outcome());
    }

    private static String key(Enum<?> value) {
        return SalesWords.key(value);
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(LeadBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static Checked check(EditForm form, LeadSchema schema) {
        var fields = new FormFields();
        LONGEST.forEach((name, longest) -> fields.atMost(name, form.value(name), longest));
        LeadStatus status = SalesWords.named(LeadStatus.values(), form.value("status"));
        Outcome outcome = SalesWords.named(Outcome.values(), form.value("outcome"));
        if (status == null || outcome == null) {
            fields.refuse(status == null ? "status" : "outcome", "Choose one of the list.");
        }
        double amount = fields.number("amount", form.value("amount"), 0, MOST_MONEY, "$");
        double hours = fields.number("workHours", form.value("workHours"), 0, MOST_HOURS, "h");
        Map<String, Object> features = features(form, schema, fields);
        if (!fields.good()) {
            return new Refused(fields.problem("The lead was not stored"));
        }
        return new Good(new LeadBody(
                schema.schemaId(),
                orNull(form.value("company")),
                form.has("person.name")
                        ? new LeadBody.PersonBody(
                                form.value("person.name"), form.value("person.email"), form.value("person.phone"))
                        : null,
                orNull(form.value("source")),
                orNull(form.value("campaignId")),
                orNull(form.value("territory")),
                orNull(form.value("language")),
                orNull(form.value("productId")),
                amount,
                hours,
                orNull(form.value("ownerRepId")),
                status,
                outcome,
                features));
    }

    private static Map<String, Object> features(EditForm form, LeadSchema schema, FormFields fields) {
        Map<String, Object> features = new LinkedHashMap<>();
        String[] names = schema.names();
        for (int i = 0; i < names.length; i++) {
            String written = form.value(FEATURE + names[i]);
            if (written.isEmpty()) {
                continue;
            }
            if (schema.kinds()[i] == FeatureKind.NUMBER) {
                features.put(names[i], fields.number(FEATURE + names[i], written, -1e15, 1e15, schema.units()[i]));
            } else {
                features.put(names[i], written);
            }
        }
        return features;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
