package io.nqba.model.energy;

/** Kinds of devices at a site. */
public enum AssetKind {
    BATTERY,
    SOLAR,
    EV_CHARGER,
    LOAD
}
