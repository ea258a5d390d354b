package io.nqba.compute.energy;

import io.nqba.compute.kernel.flexible.BlockRun;
import io.nqba.compute.kernel.flexible.ChargingSession;
import io.nqba.compute.kernel.flexible.DivisibleRun;
import io.nqba.compute.kernel.flexible.FlexibleLoad;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.energy.District;
import io.nqba.model.energy.Site;
import io.nqba.model.error.FieldProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the daily needs of a site's chargers and appliances into loads with slots. A need belongs to the plan in which its window
 * begins. Where the plan ends before the window does, the end of the plan is the latest end; what does not fit into the rest is left to
 * the next plan, so that plans of consecutive days serve every need once.
 */
final class FlexibleDevices {
    private static final double MINUTES_PER_HOUR = 60;

    /** Each load is a dense row of the site's relaxation, so time grows with the square of their number: a month of three devices. */
    static final int MOST_LOADS = 100;

    private final Site site;
    private final SchedulingWindow window;
    private final ZoneId zone;
    private final List<FlexibleLoad> loads = new ArrayList<>();
    private final List<String> assetIds = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    FlexibleDevices(Site site, SchedulingWindow window, District district) {
        this.site = site;
        this.window = window;
        this.zone = ZoneId.of(district.timeZone());
    }

    /** Adds a device's need of every day whose window begins in the plan. */
    void add(String assetId, Asset asset) {
        if (!problems.isEmpty()) {
            return;
        }
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochMilli(window.endMillis()), zone);
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(window.startOf(0)), zone);
        for (; !day.isAfter(last) && problems.isEmpty(); day = day.plusDays(1)) {
            add(assetId, asset, day);
        }
    }

    private void add(String assetId, Asset asset, LocalDate day) {
        long from = millis(day, asset.earliestMinute());
        if (from < window.startOf(0) || from >= window.endMillis()) {
            return;
        }
        long to = millis(day, asset.latestMinute());
        boolean cut = to > window.endMillis();
        long slot = window.slotMillis();
        int first = (int) -Math.floorDiv(window.startOf(0) - from, slot);
        int end = (int) Math.floorDiv(Math.min(to, window.endMillis()) - window.startOf(0), slot);
        if (fits(asset, end - first)) {
            loads.add(load(asset, first, end));
            assetIds.add(assetId);
            if (loads.size() > MOST_LOADS) {
                problems.add(tooMany());
            }
        } else if (!cut) {
            problems.add(tooShort(assetId, asset, end - first));
        }
    }

    private long millis(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant().toEpochMilli();
    }

    private boolean fits(Asset asset, int slots) {
        if (slots < 1) {
            return false;
        }
        return asset.kind() == AssetKind.EV_CHARGER
                ? ChargingSession.isDeliverable(slots, drawnKwh(asset), kwh(asset.minPowerKw()), kwh(asset.powerKw()))
                : runSlots(asset) <= slots;
    }

    private FlexibleLoad load(Asset asset, int first, int end) {
        double kwh = kwh(asset.powerKw());
        if (asset.kind() == AssetKind.EV_CHARGER) {
            return new ChargingSession(first, end, drawnKwh(asset), kwh(asset.minPowerKw()), kwh);
        }
        return asset.divisible()
                ? new DivisibleRun(first, end, runSlots(asset), kwh)
                : new BlockRun(first, end, runSlots(asset), kwh);
    }

    /** Energy drawn for what the car needs in its battery. */
    private static double drawnKwh(Asset asset) {
        return asset.energyKwh() / asset.chargeEfficiency();
    }

    private double kwh(double powerKw) {
        return powerKw * window.slotHours();
    }

    /** Whole slots that hold the run. */
    private int runSlots(Asset asset) {
        return (int) Math.ceil(asset.runMinutes() / (MINUTES_PER_HOUR * window.slotHours()) - 1e-9);
    }

    private FieldProblem tooMany() {
        return new FieldProblem(
                "slots",
                Integer.toString(window.slots()),
                "The devices of site %s run more than %d times in %d slots; that many in one plan take too long."
                        .formatted(site.siteId(), MOST_LOADS, window.slots()),
                "Ask for a shorter window, such as a week.");
    }

    private FieldProblem tooShort(String assetId, Asset asset, int slots) {
        String need = asset.kind() == AssetKind.EV_CHARGER
                ? "%s kWh at %s to %s kW".formatted(asset.energyKwh(), asset.minPowerKw(), asset.powerKw())
                : "a run of %d minutes".formatted(asset.runMinutes());
        return new FieldProblem(
                "districtId",
                site.districtId(),
                "Device %s of site %s needs %s, but its window has %d whole slots of %.0f minutes, which cannot hold it."
                        .formatted(
                                assetId,
                                site.siteId(),
                                need,
                                Math.max(0, slots),
                                MINUTES_PER_HOUR * window.slotHours()),
                "Widen the window of the device, or change its need.");
    }

    List<FlexibleLoad> loads() {
        return loads;
    }

    /** Returns the asset of each load, in their order. */
    List<String> assetIds() {
        return assetIds;
    }

    /** Returns what cannot be planned whatever the plan's length. */
    List<FieldProblem> problems() {
        return problems;
    }
}
