package io.nqba.console.grid;

import io.nqba.console.energy.AssetView;
import io.nqba.console.energy.DeviceGateway;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.Optional;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Chargers and appliances, in the cache of all assets. */
@Component
class IgniteDeviceGateway implements DeviceGateway {
    private final GridConnection grid;

    IgniteDeviceGateway(GridConnection grid) {
        this.grid = grid;
    }

    @Override
    public Mono<AssetView> put(String siteId, String deviceId, Asset device) {
        AssetKey key = new AssetKey(siteId, deviceId);
        return known(key)
                .filter(known -> known.isPresent() && !known.get().isFlexible())
                .flatMap(known -> Mono.<AssetView>error(new NqbaException(
                        ErrorCode.CONFLICT,
                        "The device (%s) of site %s is no charger or appliance.".formatted(deviceId, siteId),
                        "Choose another id.")))
                .switchIfEmpty(Mono.defer(
                        () -> grid.call(client -> cache(client).putAsync(key, device))
                                .thenReturn(AssetView.of(deviceId, device))));
    }

    @Override
    public Mono<Boolean> remove(String siteId, String deviceId) {
        AssetKey key = new AssetKey(siteId, deviceId);
        return known(key)
                .flatMap(known -> known.filter(Asset::isFlexible)
                        .map(device -> grid.call(client -> cache(client).removeAsync(key, device)))
                        .orElse(Mono.just(false)));
    }

    private Mono<Optional<Asset>> known(AssetKey key) {
        return grid.call(client -> cache(client).getAsync(key))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static ClientCache<AssetKey, Asset> cache(IgniteClient client) {
        return client.cache(CacheNames.ASSET);
    }
}
