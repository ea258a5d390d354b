package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ConsumptionReport.Anomaly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one job adds to a consumption report. Crosses the grid wire. */
final class ConsumptionPart {
    static final int MOST_ANOMALIES = 100;

    /** Largest deviation first; ties by site and time, so that every number of nodes lists the same. */
    private static final Comparator<Anomaly> LARGEST_FIRST = Comparator.comparingDouble(
                    (Anomaly anomaly) -> -Math.abs(anomaly.score()))
            .thenComparing(Anomaly::siteId)
            .thenComparingLong(Anomaly::startMillis);

    private final ConsumptionTally district;
    private final ConsumptionTally subject;
    private final ArrayList<Anomaly> anomalies = new ArrayList<>();

    /** @param periods days or months in the range */
    ConsumptionPart(SlotRange range, int periods) {
        this.district = new ConsumptionTally(range, periods);
        this.subject = new ConsumptionTally(range, periods);
    }

    ConsumptionTally district() {
        return district;
    }

    /** Returns the tally of the one site asked for; empty when the district is the subject. */
    ConsumptionTally subject() {
        return subject;
    }

    void add(Anomaly anomaly) {
        anomalies.add(anomaly);
        // Now and then, so that a job over many sites keeps a short list.
        if (anomalies.size() > 20 * MOST_ANOMALIES) {
            keepLargest();
        }
    }

    void add(ConsumptionPart other) {
        district.add(other.district);
        subject.add(other.subject);
        anomalies.addAll(other.anomalies);
        keepLargest();
    }

    void keepLargest() {
        anomalies.sort(LARGEST_FIRST);
        if (anomalies.size() > MOST_ANOMALIES) {
            anomalies.subList(MOST_ANOMALIES, anomalies.size()).clear();
        }
    }

    /** Returns the anomalies found, largest deviation first once {@link #keepLargest} ran. */
    List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }
}
