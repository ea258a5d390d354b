package io.nqba.console.energy;

import io.nqba.model.energy.Asset;
import reactor.core.publisher.Mono;

/**
 * Flexible devices of sites. Nothing here blocks. When the grid does not answer, each call fails with {@code GRID_UNREACHABLE} or
 * {@code GRID_TIMEOUT}.
 */
public interface DeviceGateway {
    /** Stores a charger or an appliance; fails with {@code CONFLICT} when the id is that of a battery or a PV plant. */
    Mono<AssetView> put(String siteId, String deviceId, Asset device);

    /** Removes a charger or an appliance; false when there is none of that id. */
    Mono<Boolean> remove(String siteId, String deviceId);
}
