package io.nqba.console.energy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metered place.
 *
 * @param importLimitKw largest power it may draw, kW; null when there is no limit
 * @param exportLimitKw largest power it may feed in, kW; null when there is no limit
 * @param assets its devices, by id
 */
public record SiteView(
        String id,
        String districtId,
        String name,
        String tariffId,
        @Nullable Double importLimitKw,
        @Nullable Double exportLimitKw,
        List<AssetView> assets) {
    public SiteView {
        assets = List.copyOf(assets);
    }
}
