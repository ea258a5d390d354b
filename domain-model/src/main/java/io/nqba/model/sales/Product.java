package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What is sold. Replicated. */
public final class Product {
    @QuerySqlField(name = "PRODUCT_ID")
    private final String productId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "SERIES")
    private final String series;

    @QuerySqlField(name = "LIST_PRICE")
    private final double listPrice;

    @QuerySqlField(name = "MARGIN")
    private final double margin;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * @param productId identifier
     * @param name what people call it
     * @param series family of products; empty when there is none
     * @param listPrice price without discount, currency of the book
     * @param margin share of the price that is earned, 0..1
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Product(String productId, String name, String series, double listPrice, double margin, long revision) {
        this.productId = Require.text("productId", productId);
        this.name = Require.text("name", name);
        this.series = series;
        this.listPrice = Require.finite("listPrice", Require.notNegative("listPrice", listPrice, ""), "");
        this.margin = Require.fraction("margin", margin);
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public String productId() {
        return productId;
    }

    public String name() {
        return name;
    }

    public String series() {
        return series;
    }

    public double listPrice() {
        return listPrice;
    }

    public double margin() {
        return margin;
    }

    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Product that
                && productId.equals(that.productId)
                && name.equals(that.name)
                && series.equals(that.series)
                && Double.compare(listPrice, that.listPrice) == 0
                && Double.compare(margin, that.margin) == 0
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(productId, name, series, listPrice, margin, revision);
    }

    @Override
    public String toString() {
        return "Product[%s, %s]".formatted(productId, listPrice);
    }
}
