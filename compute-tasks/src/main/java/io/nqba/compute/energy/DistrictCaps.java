package io.nqba.compute.energy;

import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/** Demand-response events of a district in a window, and the caps that they put on its slots. */
final class DistrictCaps {
    private final Ignite ignite;
    private final String districtId;
    private final SchedulingWindow window;

    DistrictCaps(Ignite ignite, String districtId, SchedulingWindow window) {
        this.ignite = ignite;
        this.districtId = districtId;
        this.window = window;
    }

    /** Returns the events that touch the window, earliest first. */
    List<DemandResponseEvent> events() {
        var events = new ArrayList<DemandResponseEvent>();
        var query = new ScanQuery<String, DemandResponseEvent>();
        try (var rows = ignite.<String, DemandResponseEvent>cache(CacheNames.DEMAND_RESPONSE_EVENT)
                .query(query)) {
            for (Cache.Entry<String, DemandResponseEvent> row : rows) {
                DemandResponseEvent event = row.getValue();
                boolean here = event.districtId().equals(districtId);
                if (here && event.startMillis() < window.endMillis() && event.endMillis() > window.startOf(0)) {
                    events.add(event);
                }
            }
        }
        events.sort(
                Comparator.comparingLong(DemandResponseEvent::startMillis).thenComparing(DemandResponseEvent::eventId));
        return events;
    }

    /** Returns the cap of each slot, kWh; infinite without one. An event that covers a part of a slot caps all of it. */
    double[] capKwh(List<DemandResponseEvent> events) {
        double[] cap = new double[window.slots()];
        Arrays.fill(cap, Double.POSITIVE_INFINITY);
        for (DemandResponseEvent event : events) {
            for (int t = 0; t < cap.length; t++) {
                if (event.startMillis() < window.startOf(t + 1) && event.endMillis() > window.startOf(t)) {
                    cap[t] = Math.min(cap[t], event.capKw() * window.slotHours());
                }
            }
        }
        return cap;
    }
}
