package io.nqba.console.sales.imports;

import io.nqba.intake.sales.DealImport;
import io.nqba.intake.sales.LeadFile;
import io.nqba.model.sales.NameKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file holds. */
public enum ImportKind {
    LEADS,
    DEALS;

    /** What people call a field in their files, beside its own name. */
    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("id", List.of("lead id", "key")),
            Map.entry("name", List.of("full name", "contact", "contact name", "person")),
            Map.entry("email", List.of("mail", "e-mail address", "email address")),
            Map.entry("phone", List.of("telephone", "mobile", "phone number")),
            Map.entry("company", List.of("firm", "company name", "organisation", "organization", "account")),
            Map.entry("source", List.of("lead source", "channel")),
            Map.entry("territory", List.of("region", "area")),
            Map.entry("language", List.of("lang")),
            Map.entry("amount", List.of("value", "expected amount", "deal value")),
            Map.entry("hours", List.of("work hours", "effort")),
            Map.entry("owner", List.of("agent", "sales agent", "rep", "owner rep id")),
            Map.entry("outcome", List.of("won", "converted", "result", "y")),
            Map.entry("created", List.of("created at", "date", "came in")),
            Map.entry("opportunity_id", List.of("id", "deal id", "opportunity")),
            Map.entry("sales_agent", List.of("agent", "rep", "owner")),
            Map.entry("account", List.of("company", "customer", "firm")),
            Map.entry("deal_stage", List.of("stage", "status")),
            Map.entry("engage_date", List.of("engaged", "start date", "engage day")),
            Map.entry("close_date", List.of("closed", "end date", "close day")),
            Map.entry("close_value", List.of("amount", "value")));

    private static final List<String> LEAD_FIELDS = Arrays.stream(LeadFile.Field.values())
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Set<String> NEEDED_FOR_DEALS = Set.of("opportunity_id", "product", "deal_stage");

    /** Returns the fields that a column may hold. */
    public List<String> fields() {
        return switch (this) {
            case LEADS -> LEAD_FIELDS;
            case DEALS -> DealImport.COLUMNS;
        };
    }

    public boolean requires(String field) {
        return this == DEALS && NEEDED_FOR_DEALS.contains(field);
    }

    /** Returns the column of each field that goes by its name, however it is written; each column once. */
    public Map<String, String> guess(List<String> header) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String field : fields()) {
            List<String> names = new ArrayList<>(List.of(field));
            names.addAll(ALIASES.getOrDefault(field, List.of()));
            List<String> keys = names.stream().map(NameKey::of).toList();
            keys.stream()
                    .flatMap(key ->
                            header.stream().filter(column -> NameKey.of(column).equals(key)))
                    .filter(column -> !mapping.containsValue(column))
                    .findFirst()
                    .ifPresent(column -> mapping.put(field, column));
        }
        return mapping;
    }
}
