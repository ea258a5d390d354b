package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A metered place: a home, a shop, a plant. Partitioned by its own id. */
public final class Site {
    private static final String SITE_BY_DISTRICT = "site_by_district";

    @QuerySqlField(name = "SITE_ID", index = true)
    private final String siteId;

    @QuerySqlField(name = "DISTRICT_ID", orderedGroups = @QuerySqlField.Group(name = SITE_BY_DISTRICT, order = 0))
    private final String districtId;

    @QuerySqlField(name = "NAME", orderedGroups = @QuerySqlField.Group(name = SITE_BY_DISTRICT, order = 1))
    private final String name;

    @QuerySqlField(name = "TARIFF_ID")
    private final String tariffId;

    @QuerySqlField(name = "IMPORT_LIMIT_KW")
    private final double importLimitKw;

    @QuerySqlField(name = "EXPORT_LIMIT_KW")
    private final double exportLimitKw;

    /**
     * @param siteId identifier
     * @param districtId the {@link District} it belongs to
     * @param name what people call it
     * @param tariffId {@link Tariff} it pays
     * @param importLimitKw largest power it may draw, kW; infinite when there is no limit
     * @param exportLimitKw largest power it may feed in, kW; 0 forbids feeding in, infinite when there is no limit
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Site(
            String siteId,
            String districtId,
            String name,
            String tariffId,
            double importLimitKw,
            double exportLimitKw) {
        this.siteId = Require.text("siteId", siteId);
        this.districtId = Require.text("districtId", districtId);
        this.name = Require.text("name", name);
        this.tariffId = Require.text("tariffId", tariffId);
        this.importLimitKw = Require.positive("importLimitKw", importLimitKw, "kW");
        this.exportLimitKw = Require.notNegative("exportLimitKw", exportLimitKw, "kW");
    }

    public String siteId() {
        return siteId;
    }

    public String districtId() {
        return districtId;
    }

    public String name() {
        return name;
    }

    public String tariffId() {
        return tariffId;
    }

    public double importLimitKw() {
        return importLimitKw;
    }

    public double exportLimitKw() {
        return exportLimitKw;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Site that
                && siteId.equals(that.siteId)
                && districtId.equals(that.districtId)
                && name.equals(that.name)
                && tariffId.equals(that.tariffId)
                && Double.compare(importLimitKw, that.importLimitKw) == 0
                && Double.compare(exportLimitKw, that.exportLimitKw) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, districtId, name, tariffId, importLimitKw, exportLimitKw);
    }

    @Override
    public String toString() {
        return "Site[%s, %s, %s, %s, %s]".formatted(siteId, districtId, name, tariffId, importLimitKw);
    }
}
