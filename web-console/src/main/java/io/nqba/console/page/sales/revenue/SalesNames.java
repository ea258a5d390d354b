package io.nqba.console.page.sales.revenue;

import io.nqba.console.paging.Page;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * What products and agents are called.
 *
 * @param products names by id
 * @param reps names by id
 */
record SalesNames(Map<String, String> products, Map<String, String> reps) {
    private static final int MOST = Page.MAX_LIMIT;

    /** Asks for them; more than one page keep their ids. */
    static Mono<SalesNames> of(SalesGateway grid) {
        return Mono.zip(
                grid.list(SalesTable.PRODUCTS, null, null, MOST),
                grid.list(SalesTable.REPS, null, null, MOST),
                (p, r) -> {
                    Map<String, String> products = new TreeMap<>();
                    Map<String, String> reps = new TreeMap<>();
                    for (Product product : p.items()) {
                        products.put(product.productId(), product.name());
                    }
                    for (SalesRep rep : r.items()) {
                        reps.put(rep.repId(), rep.name());
                    }
                    return new SalesNames(products, reps);
                });
    }

    String product(String id) {
        return products.getOrDefault(id, id);
    }

    /** Returns what a group is called. */
    String value(DealDimension by, String value) {
        if (value.isEmpty()) {
            return by == DealDimension.AGENT ? "nobody" : "not known";
        }
        return switch (by) {
            case PRODUCT -> product(value);
            case AGENT -> reps.getOrDefault(value, value);
            case MONTH_OF_QUARTER ->
                switch (value) {
                    case "1" -> "first";
                    case "2" -> "second";
                    default -> "third";
                };
            case SIZE -> value.replace('-', '–').replace("000", ",000").replace("4999", "4,999") + " people";
            case SECTOR, REGION -> value;
        };
    }

    static String of(DealDimension by) {
        return switch (by) {
            case SECTOR -> "Sector";
            case SIZE -> "Size";
            case REGION -> "Region";
            case PRODUCT -> "Product";
            case AGENT -> "Agent";
            case MONTH_OF_QUARTER -> "Month of the quarter";
        };
    }
}
