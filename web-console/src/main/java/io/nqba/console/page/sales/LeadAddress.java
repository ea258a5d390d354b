package io.nqba.console.page.sales;

import io.nqba.console.sales.LeadQuery;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Which leads the table shows, as the address says; empty texts for all. A word that means nothing there is left out.
 *
 * @param owner an agent, or {@value #NOBODY}
 * @param person keyed hash of an e-mail address: an address itself would stay in the history of the browser
 * @param text part of id or company
 */
record LeadAddress(
        String status,
        String grade,
        String owner,
        String source,
        String territory,
        String product,
        String person,
        String text,
        LeadQuery.Sort sort,
        boolean descending,
        String after) {
    static final String PATH = "/sigma/leads";
    static final String NOBODY = "none";
    private static final int LONGEST = 100;

    static LeadAddress of(MultiValueMap<String, String> query) {
        LeadQuery.Sort sort = SalesWords.named(LeadQuery.Sort.values(), text(query, "sort"));
        String direction = text(query, "dir");
        LeadQuery.Sort order = sort == null ? LeadQuery.Sort.CREATED : sort;
        String status = text(query, "status");
        String grade = text(query, "grade");
        return new LeadAddress(
                SalesWords.named(LeadStatus.values(), status) == null ? "" : status,
                SalesWords.named(LeadGrade.values(), grade) == null ? "" : grade,
                text(query, "owner"),
                text(query, "source"),
                text(query, "territory"),
                text(query, "product"),
                text(query, "person"),
                text(query, "q"),
                order,
                direction.isEmpty() ? order != LeadQuery.Sort.COMPANY : direction.equals("desc"),
                text(query, "after"));
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        String typed = value == null ? "" : value.strip();
        // A cursor is longer than what people type.
        return name.equals("after") ? typed : typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    LeadQuery query(int limit) {
        return new LeadQuery(
                null,
                SalesWords.named(LeadStatus.values(), status),
                null,
                owner.equals(NOBODY) ? "" : orNull(owner),
                orNull(territory),
                orNull(product),
                orNull(source),
                orNull(grade.toUpperCase(Locale.ROOT)),
                orNull(text),
                orNull(person),
                sort,
                descending,
                orNull(after),
                limit);
    }

    /** Returns whether all leads are shown. */
    boolean everything() {
        return choices().isEmpty() && text.isEmpty();
    }

    /** Returns the encoded address without text, order and place. */
    String href() {
        return with(PATH, choices());
    }

    /** Returns the address of the same leads as CSV, in the words of the REST API. */
    String csv() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("format", "csv");
        put(parameters, "status", status.toUpperCase(Locale.ROOT));
        put(parameters, "grade", grade.toUpperCase(Locale.ROOT));
        put(parameters, "ownerRepId", owner);
        put(parameters, "source", source);
        put(parameters, "territory", territory);
        put(parameters, "productId", product);
        put(parameters, "search", text);
        parameters.put("sort", sort.name());
        parameters.put("descending", Boolean.toString(descending));
        return with("/api/v1/sigma/leads", parameters);
    }

    private Map<String, String> choices() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "status", status);
        put(parameters, "grade", grade);
        put(parameters, "owner", owner);
        put(parameters, "source", source);
        put(parameters, "territory", territory);
        put(parameters, "product", product);
        put(parameters, "person", person);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    static String with(String path, Map<String, String> parameters) {
        StringBuilder href = new StringBuilder(path);
        parameters.forEach((name, value) -> href.append(href.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8)));
        return href.toString();
    }

    static String lead(String id) {
        return PATH + "/" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
