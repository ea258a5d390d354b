package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.ConsumptionReport.Anomaly;
import io.nqba.model.energy.District;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How a district, or one site of it, used energy: key figures, load profile, days or months, and what was unusual. Every node
 * sums its own sites; only sums travel.
 */
public final class ConsumptionReportTask extends DistrictTask<ConsumptionQuery, ConsumptionPart, ConsumptionReport> {
    private static final long serialVersionUID = 1L;

    /** Longer ranges are told by month. */
    private static final Duration LONGEST_BY_DAY = Duration.ofDays(92);

    /** What is usual is learnt from at least this long before the end of the range. */
    private static final Duration PROFILE_HISTORY = Duration.ofDays(28);

    /** Robust standard deviations from the usual; hourly use of a home has a long tail, so 3 would flag every party. */
    private static final double ANOMALY_SCORE = 6;

    @Override
    String districtId(ConsumptionQuery query) {
        return query.districtId();
    }

    @Override
    void check(ConsumptionQuery query, District district) {
        QueryRange.check(query, district);
    }

    @Override
    ConsumptionPart part(ConsumptionQuery query, DistrictRows rows, int[] partitions) {
        SlotRange range = QueryRange.of(query, rows.district());
        LocalClock clock = clock(range, rows.district());
        long profileStart = Math.min(range.startMillis(), range.endMillis() - PROFILE_HISTORY.toMillis());
        SlotRange learning = SlotRange.covering(profileStart, range.endMillis(), range.slotMillis());
        LocalClock learningClock = LocalClock.byDay(learning, zone(rows.district()));
        SignalSeries carbon = rows.carbon(range);
        ConsumptionPart part = new ConsumptionPart(range, clock.periods());
        rows.forEachSite(partitions, learning, history -> {
            ReadingSeries site = history.last(range);
            DistrictRows.Tariffs prices = rows.prices(site.tariffId(), range);
            part.district().add(site, clock, prices, carbon);
            boolean asked = site.siteId().equals(query.siteId());
            if (asked) {
                part.subject().add(site, clock, prices, carbon);
            }
            if (asked || query.siteId() == null) {
                addAnomalies(history, learningClock, range, part);
            }
        });
        part.keepLargest();
        return part;
    }

    private static void addAnomalies(ReadingSeries history, LocalClock clock, SlotRange range, ConsumptionPart part) {
        SiteProfile profile = SiteProfile.of(history, clock);
        int first = history.range().slotOf(range.startMillis());
        for (int slot = first; slot < history.range().slots(); slot++) {
            double load = history.loadKwh(slot);
            double score = profile.score(slot, load);
            if (Math.abs(score) >= ANOMALY_SCORE) {
                part.add(new Anomaly(
                        history.siteId(), history.range().at(slot), load, profile.expectedKwh(slot), score));
            }
        }
    }

    @Override
    ConsumptionReport merge(ConsumptionQuery query, District district, List<ConsumptionPart> parts) {
        SlotRange range = QueryRange.of(query, district);
        LocalClock clock = clock(range, district);
        ConsumptionPart all = new ConsumptionPart(range, clock.periods());
        parts.forEach(all::add);
        String siteId = query.siteId();
        if (siteId != null && all.subject().sites() == 0) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "District (%s) has no site (%s).".formatted(query.districtId(), siteId),
                    "Choose a site of this district.",
                    List.of(new FieldProblem(
                            "siteId", siteId, "The district has no such site.", "Name a site of the district.")),
                    null);
        }
        ConsumptionTally subject = siteId == null ? all.district() : all.subject();
        return new ConsumptionReport(
                subject.figures(),
                all.district().figures(),
                subject.hourlyLoad(clock),
                subject.hourlySolar(clock),
                all.district().hourlyLoadPerSite(),
                subject.periods(clock),
                all.anomalies(),
                subject.notes());
    }

    private static LocalClock clock(SlotRange range, District district) {
        Duration length = Duration.ofMillis(range.endMillis() - range.startMillis());
        return length.compareTo(LONGEST_BY_DAY) > 0
                ? LocalClock.byMonth(range, zone(district))
                : LocalClock.byDay(range, zone(district));
    }

    private static ZoneId zone(District district) {
        return ZoneId.of(district.timeZone());
    }
}
