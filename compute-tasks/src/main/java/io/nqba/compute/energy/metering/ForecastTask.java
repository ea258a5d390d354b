package io.nqba.compute.energy.metering;

import io.nqba.model.energy.District;
import io.nqba.model.energy.Forecast;
import io.nqba.model.energy.ForecastKey;
import io.nqba.model.energy.ForecastOrder;
import io.nqba.model.energy.ForecastReport;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Forecasts every site of a district next to its history, stores the forecasts, and measures the method on the days before:
 * each is forecast from what came earlier and held against what was measured, beside the naive "as 24 hours before". A site
 * with too little history gets no forecast and is named.
 */
public final class ForecastTask extends DistrictTask<ForecastOrder, ForecastPart, ForecastReport> {
    private static final long serialVersionUID = 1L;

    /** Days on which the method is measured. */
    private static final int EVALUATED_DAYS = 7;

    @Override
    String districtId(ForecastOrder order) {
        return order.districtId();
    }

    @Override
    void check(ForecastOrder order, District district) {
        if (Math.floorMod(order.startMillis(), slotMillis(district)) != 0) {
            String start = Instant.ofEpochMilli(order.startMillis()).toString();
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The start (%s) must be the beginning of an interval of %d minutes."
                            .formatted(start, district.intervalMinutes()),
                    "Round the start down to a full interval.",
                    List.of(new FieldProblem(
                            "start", start, "It is not the beginning of an interval.", "Round it down.")),
                    null);
        }
    }

    @Override
    ForecastPart part(ForecastOrder order, DistrictRows rows, int[] partitions) {
        District district = rows.district();
        ZoneId zone = ZoneId.of(district.timeZone());
        SlotRange target = new SlotRange(order.startMillis(), slotMillis(district), order.slots());
        long days = (long) DayAheadForecast.daysNeeded() + EVALUATED_DAYS;
        long historyStart = order.startMillis() - days * 86_400_000L;
        SlotRange range = SlotRange.covering(historyStart, order.startMillis(), slotMillis(district));
        LocalClock historyClock = LocalClock.byDay(range, zone);
        LocalClock targetClock = LocalClock.byDay(target, zone);
        ForecastPart part = new ForecastPart();
        rows.forEachSite(partitions, range, history -> {
            DayAheadForecast method = new DayAheadForecast(history, historyClock);
            Map<ForecastKey, Forecast> forecasts =
                    forecasts(history, method.before(range.slots()), target, targetClock);
            if (forecasts.size() < target.slots()) {
                part.refuse(tooLittleHistory(history));
                return;
            }
            rows.ignite().cache(CacheNames.FORECAST).putAll(forecasts);
            part.forecast(forecasts.size());
            evaluate(history, method, historyClock, part);
        });
        return part;
    }

    private static Map<ForecastKey, Forecast> forecasts(
            ReadingSeries history, DayAheadForecast.Learnt learnt, SlotRange target, LocalClock clock) {
        Map<ForecastKey, Forecast> forecasts = KeyOrder.map();
        for (int slot = 0; slot < target.slots(); slot++) {
            double load = learnt.loadKwh(clock, slot);
            double solar = learnt.solarKwh(clock, slot);
            if (!Double.isNaN(load) && !Double.isNaN(solar)) {
                forecasts.put(
                        new ForecastKey(history.siteId(), target.at(slot)),
                        new Forecast(load, solar, target.startMillis(), DayAheadForecast.METHOD));
            }
        }
        return forecasts;
    }

    private static void evaluate(ReadingSeries history, DayAheadForecast method, LocalClock clock, ForecastPart part) {
        int slotsOfDay = clock.slotsOfDay();
        for (int day = EVALUATED_DAYS; day >= 1; day--) {
            int begin = history.range().slots() - day * slotsOfDay;
            DayAheadForecast.Learnt learnt = method.before(begin);
            for (int slot = begin; slot < begin + slotsOfDay; slot++) {
                double load = history.loadKwh(slot) - learnt.loadKwh(clock, slot);
                double naiveLoad = history.loadKwh(slot) - history.loadKwh(slot - slotsOfDay);
                double solar = history.solarKwh(slot) - learnt.solarKwh(clock, slot);
                double naiveSolar = history.solarKwh(slot) - history.solarKwh(slot - slotsOfDay);
                if (!Double.isNaN(load + naiveLoad + solar + naiveSolar)) {
                    part.evaluate(load, naiveLoad, solar, naiveSolar);
                }
            }
        }
    }

    private static FieldProblem tooLittleHistory(ReadingSeries history) {
        return new FieldProblem(
                history.siteId(),
                "%d readings".formatted(history.count()),
                "There are too few readings before the start to say what is usual at every hour.",
                "Load readings of the three weeks before the start.");
    }

    @Override
    ForecastReport merge(ForecastOrder order, District district, List<ForecastPart> parts) {
        ForecastPart all = new ForecastPart();
        parts.forEach(all::add);
        if (all.sites() == 0) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "No site of district (%s) has enough readings before the start (%s)."
                            .formatted(order.districtId(), Instant.ofEpochMilli(order.startMillis())),
                    "Load readings of the three weeks before the start, or choose an earlier start.",
                    all.problems(),
                    null);
        }
        return all.report();
    }

    private static long slotMillis(District district) {
        return district.intervalMinutes() * 60_000L;
    }
}
