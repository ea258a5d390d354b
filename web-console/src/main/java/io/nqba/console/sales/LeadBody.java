package io.nqba.console.sales;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Outcome;
import io.nqba.privacy.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it is sent: all its fields, what is left out is empty or unknown.
 *
 * @param schemaId schema of its features; cannot be changed
 * @param person who it is; left out, a change leaves the person as it is
 * @param amount money expected if it is won, currency of the book
 * @param workHours hours an agent needs for it
 * @param status {@code NEW} when left out
 * @param outcome {@code UNKNOWN} when left out
 * @param features numbers and words by name
 */
@Schema(example = """
        {"schemaId": "demo", "company": "Cedar Foods Corp.", "person": {"name": "Ada Holm", "email": "ada@cedar-foods.example"},
         "source": "web", "territory": "North", "language": "en", "productId": "orbit-pro", "amount": 4800, "workHours": 4,
         "features": {"visits": 7, "mails_opened": 3, "industry": "retail"}}""")
public record LeadBody(
        @NotBlank @Size(max = 80) String schemaId,
        @Size(max = 200) @Nullable String company,
        @Valid @Nullable PersonBody person,
        @Size(max = 80) @Nullable String source,
        @Size(max = 80) @Nullable String campaignId,
        @Size(max = 80) @Nullable String territory,
        @Size(max = 16) @Nullable String language,
        @Size(max = 80) @Nullable String productId,
        @DecimalMin("0") @DecimalMax("1e12") @Nullable Double amount,
        @DecimalMin("0") @DecimalMax("1e5") @Nullable Double workHours,
        @Size(max = 80) @Nullable String ownerRepId,
        @Nullable LeadStatus status,
        @Nullable Outcome outcome,
        @Nullable Map<String, Object> features) {
    /** Who a person is. */
    public record PersonBody(
            @Size(max = 200) @Nullable String name,
            @Size(max = 254) @Nullable String email,
            @Size(max = 50) @Nullable String phone) {
        Person toPerson() {
            return new Person(
                    text(name).strip(), text(email).strip(), text(phone).strip());
        }

        @Override
        public String toString() {
            return "PersonBody[]";
        }
    }

    /** Returns the lead that was sent, without its person. */
    Lead.Builder onto(Lead.Builder lead, LeadSchema schema) {
        String written = text(company).strip();
        return lead.values(values(schema))
                .company(written)
                .companyKey(NameKey.of(written))
                .source(text(source))
                .campaignId(text(campaignId))
                .territory(text(territory))
                .language(text(language))
                .productId(text(productId))
                .amount(amount == null ? 0 : amount)
                .workHours(workHours == null ? 0 : workHours)
                .ownerRepId(text(ownerRepId))
                .status(status == null ? LeadStatus.NEW : status)
                .outcome(outcome == null ? Outcome.UNKNOWN : outcome);
    }

    private double[] values(LeadSchema schema) {
        double[] values = new double[schema.width()];
        Arrays.fill(values, Double.NaN);
        if (features != null) {
            features.forEach((name, value) -> values[place(schema, name)] = value(schema, name, value));
        }
        return values;
    }

    private static int place(LeadSchema schema, String name) {
        int place = schema.indexOf(name);
        if (place < 0) {
            throw SalesDesk.refused(
                    "features." + name,
                    name,
                    "The schema (%s) has no such feature.".formatted(schema.schemaId()),
                    "Use the names of GET /api/v1/sigma/lead-schemas/%s.".formatted(schema.schemaId()));
        }
        return place;
    }

    private static double value(LeadSchema schema, String name, @Nullable Object value) {
        int place = schema.indexOf(name);
        if (value == null) {
            return Double.NaN;
        }
        if (schema.kinds()[place] == FeatureKind.NUMBER) {
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw SalesDesk.refused("features." + name, value.toString(), "It must be a number.", "Send a number.");
        }
        int word = schema.words(place).indexOf(value.toString());
        if (word < 0) {
            throw SalesDesk.refused(
                    "features." + name,
                    value.toString(),
                    "It must be one of %s.".formatted(schema.words(place)),
                    "Send one of these words, or leave it out when it is not known.");
        }
        return word;
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
