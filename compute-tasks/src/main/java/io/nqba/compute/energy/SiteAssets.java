package io.nqba.compute.energy;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The devices of one site that a schedule can steer. */
final class SiteAssets {
    private final List<Asset> batteries = new ArrayList<>();
    private final SortedMap<String, Asset> flexible = new TreeMap<>();

    void add(String assetId, Asset asset) {
        if (asset.kind() == AssetKind.BATTERY) {
            batteries.add(asset);
        } else if (asset.isFlexible()) {
            flexible.put(assetId, asset);
        }
    }

    List<Asset> batteries() {
        return batteries;
    }

    /** Returns chargers and appliances by id: in an order that does not depend on the node. */
    SortedMap<String, Asset> flexible() {
        return flexible;
    }
}
