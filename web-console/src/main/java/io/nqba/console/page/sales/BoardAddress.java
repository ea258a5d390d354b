package io.nqba.console.page.sales;

import io.nqba.console.sales.PipelineQuery;
import io.nqba.model.sales.DealStage;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which deals the board shows, as the address says.
 *
 * @param rep only of this agent; empty for all
 * @param product only for this product; empty for all
 * @param after where each column begins; empty at its first page
 */
record BoardAddress(String rep, String product, Map<DealStage, String> after) {
    static final String PATH = "/sigma/pipeline";
    private static final int LONGEST = 1_024;

    static BoardAddress of(MultiValueMap<String, String> query) {
        Map<DealStage, String> after = new EnumMap<>(DealStage.class);
        for (DealStage stage : DealStage.values()) {
            after.put(stage, text(query, SalesWords.key(stage)));
        }
        return new BoardAddress(text(query, "rep"), text(query, "product"), after);
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }

    PipelineQuery query(long closedSinceDay) {
        return new PipelineQuery(LeadForm.orNull(rep), LeadForm.orNull(product), closedSinceDay);
    }

    @Nullable
    String cursor(DealStage stage) {
        return LeadForm.orNull(after.getOrDefault(stage, ""));
    }

    /** Returns the encoded address of the board as it is. */
    String href() {
        return href(after);
    }

    /** Returns the address with one column beginning elsewhere. */
    String href(DealStage stage, String cursor) {
        Map<DealStage, String> next = new EnumMap<>(after);
        next.put(stage, cursor);
        return href(next);
    }

    private String href(Map<DealStage, String> begin) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "rep", rep);
        put(parameters, "product", product);
        begin.forEach((stage, cursor) -> put(parameters, SalesWords.key(stage), cursor));
        return LeadAddress.with(PATH, parameters);
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }
}
