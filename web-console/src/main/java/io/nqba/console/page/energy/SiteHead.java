package io.nqba.console.page.energy;

import io.nqba.console.energy.AssetView;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What both tabs of a site share.
 *
 * @param id the site
 * @param name what people call it
 * @param lead its devices and limits in one line
 * @param runId run whose schedule is shown; empty while there is none
 */
record SiteHead(String id, String name, String lead, String runId) {
    static SiteHead of(SiteView site, DistrictView district, @Nullable RunView run) {
        return new SiteHead(site.id(), site.name(), lead(site, district), run == null ? "" : run.id());
    }

    /** Returns the address of a tab. */
    public String href(String tab) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/flyfox/sites/{site}");
        if (!runId.isEmpty()) {
            href.queryParam("run", runId);
        }
        return href.queryParam("tab", tab).encode().buildAndExpand(id).toUriString();
    }

    private static String lead(SiteView site, DistrictView district) {
        List<String> devices = site.assets().stream().map(SiteHead::device).toList();
        String having = devices.isEmpty() ? "no devices known" : String.join(", ", devices);
        Double limit = site.importLimitKw();
        return "%s in %s: %s%s"
                .formatted(
                        site.id(),
                        district.name(),
                        having,
                        limit == null ? "" : ", connection of " + Figures.kilowatts(limit));
    }

    private static String device(AssetView asset) {
        return switch (asset.kind()) {
            case BATTERY ->
                "battery of " + Figures.kilowattHours(asset.capacityKwh()) + " and "
                        + Figures.kilowatts(asset.powerKw());
            case SOLAR -> "PV of " + Figures.kilowatts(asset.powerKw());
            case EV_CHARGER -> "charger of " + Figures.kilowatts(asset.powerKw());
            case LOAD -> (asset.flexible() ? asset.id() + " of " : "load of ") + Figures.kilowatts(asset.powerKw());
        };
    }
}
