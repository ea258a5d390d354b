package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.flexible.FlexibleBatch;
import io.nqba.compute.kernel.flexible.SitePlan;
import io.nqba.compute.kernel.storage.SiteRules;
import io.nqba.compute.kernel.storage.SiteSchedule;
import io.nqba.compute.optimisation.Settlement;
import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.model.energy.DeviceSchedule;
import io.nqba.model.energy.DeviceScheduleKey;
import io.nqba.model.energy.Schedule;
import io.nqba.model.energy.ScheduleKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.SiteResult;
import io.nqba.model.energy.SiteResultKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** Stores the schedules and results of one partition's sites, in batches that stay on this node, and reports their sums. */
final class ScheduleWriter {
    /** Sum of what the sites draw and pay under the stored schedules. */
    static final String ANSWER = "answer";
    /** Sum of figures that are no part of the objective, in the order of the constants below. */
    static final String FIGURES = "figures";

    static final int EMISSIONS_BEFORE = 0;
    static final int EMISSIONS_AFTER = 1;
    static final int PENALTY = 2;
    static final int OVER_LIMIT_SITES = 3;
    static final int FIGURE_COUNT = 4;

    static final String PEAK_PAYERS = "peak-payers";
    static final String PEAK_RELIEVERS = "peak-relievers";
    static final String OVER_LIMIT = "over-limit";

    /** A kW below the accuracy of any meter is rounding, not a broken limit. */
    static final double TOLERANCE_KW = 1e-3;

    private static final int BATCH_ROWS = 4_096;

    private final MarketData market;
    private final Settlement settlement;
    private final double[] shadowPrice;
    private final SettlementTally tally;
    private final IgniteCache<ScheduleKey, Schedule> schedules;
    private final IgniteCache<SiteResultKey, SiteResult> results;
    private final Map<ScheduleKey, Schedule> scheduleRows = KeyOrder.map();
    private final Map<SiteResultKey, SiteResult> resultRows = KeyOrder.map();
    private final IgniteCache<DeviceScheduleKey, DeviceSchedule> devices;
    private final Map<DeviceScheduleKey, DeviceSchedule> deviceRows = KeyOrder.map();

    ScheduleWriter(Ignite ignite, MarketData market, Settlement settlement, SettlementTally tally) {
        this.market = market;
        this.settlement = settlement;
        this.shadowPrice = settlement.shadowPrice();
        this.tally = tally;
        this.schedules = ignite.cache(CacheNames.SCHEDULE);
        this.results = ignite.cache(CacheNames.SITE_RESULT);
        this.devices = ignite.cache(CacheNames.DEVICE_SCHEDULE);
    }

    void write(PlannedSite planned, FlexibleBatch batch, int index) {
        SitePlan plan = batch.plan(index, settlement.best());
        SiteSchedule schedule = plan.schedule();
        enterDevices(planned, plan);
        enterSchedule(planned, schedule);
        enterResult(planned, batch, index, schedule);
        report(planned, schedule);
        if (scheduleRows.size() >= BATCH_ROWS) {
            flush();
        }
    }

    void flush() {
        schedules.putAll(scheduleRows);
        scheduleRows.clear();
        results.putAll(resultRows);
        resultRows.clear();
        devices.putAll(deviceRows);
        deviceRows.clear();
    }

    /** A device that runs on several days has one load per day; their slots are apart. */
    private void enterDevices(PlannedSite planned, SitePlan plan) {
        double[][] unplanned = planned.flexible().earliest();
        for (int d = 0; d < unplanned.length; d++) {
            double[] kwh = plan.loadKwh(d);
            for (int t = 0; t < kwh.length; t++) {
                if (kwh[t] > 0 || unplanned[d][t] > 0) {
                    deviceRows.put(
                            new DeviceScheduleKey(
                                    planned.site().siteId(),
                                    settlement.runId(),
                                    planned.devices().get(d),
                                    market.window().startOf(t)),
                            new DeviceSchedule(kwh[t], unplanned[d][t]));
                }
            }
        }
    }

    private void enterSchedule(PlannedSite planned, SiteSchedule schedule) {
        String siteId = planned.site().siteId();
        double[] before = planned.unplanned().netLoadKwh();
        for (int t = 0; t < before.length; t++) {
            double net = schedule.netKwh()[t];
            scheduleRows.put(
                    new ScheduleKey(siteId, settlement.runId(), market.window().startOf(t)),
                    new Schedule(
                            schedule.chargeKwh()[t],
                            schedule.dischargeKwh()[t],
                            schedule.socKwh()[t],
                            Math.max(0, net),
                            Math.max(0, -net),
                            before[t]));
        }
    }

    private void enterResult(PlannedSite planned, FlexibleBatch batch, int index, SiteSchedule schedule) {
        SiteSchedule idle = SiteRules.noBattery(planned.unplanned());
        resultRows.put(
                new SiteResultKey(planned.site().siteId(), settlement.runId()),
                new SiteResult(
                        planned.site().districtId(),
                        money(idle),
                        money(SiteRules.selfConsumption(planned.unplanned())),
                        money(SiteRules.timeOfUse(planned.unplanned())),
                        money(batch.alone(index).schedule()),
                        money(schedule),
                        peakCost(schedule),
                        emissionsKg(idle),
                        emissionsKg(schedule),
                        schedule.throughputKwh()));
    }

    private void report(PlannedSite planned, SiteSchedule schedule) {
        Site site = planned.site();
        double peakCost = peakCost(schedule);
        double excess = excessKw(planned, schedule);
        double penalty = planned.unplanned().violationPrice() * schedule.violationKwh();
        double cost = schedule.cost() + penalty;
        tally.add(ANSWER, new Answer(1, cost, cost, schedule.violationKwh(), schedule.netKwh(), null));
        double[] figures = new double[FIGURE_COUNT];
        figures[EMISSIONS_BEFORE] = emissionsKg(SiteRules.noBattery(planned.unplanned()));
        figures[EMISSIONS_AFTER] = emissionsKg(schedule);
        figures[PENALTY] = penalty;
        figures[OVER_LIMIT_SITES] = excess > TOLERANCE_KW ? 1 : 0;
        tally.add(FIGURES, new Answer(1, 0, 0, 0, figures, null));
        if (peakCost > 0) {
            tally.offer(PEAK_PAYERS, site.name(), peakCost);
        } else if (peakCost < 0) {
            tally.offer(PEAK_RELIEVERS, site.name(), -peakCost);
        }
        if (excess > TOLERANCE_KW) {
            tally.offer(OVER_LIMIT, site.name(), excess);
        }
    }

    /** Cost in money: the carbon weight steers the schedule, but nobody pays it. */
    private double money(SiteSchedule schedule) {
        return schedule.cost() - market.request().carbonWeightPerKg() * emissionsKg(schedule);
    }

    private double emissionsKg(SiteSchedule schedule) {
        double sum = 0;
        for (int t = 0; t < market.carbonKgPerKwh().length; t++) {
            sum += market.carbonKgPerKwh()[t] * Math.max(0, schedule.netKwh()[t]);
        }
        return sum;
    }

    private double peakCost(SiteSchedule schedule) {
        return shadowPrice.length == 0 ? 0 : schedule.priced(shadowPrice);
    }

    /** How far a site exceeds its connection in the worst slot, kW. */
    private double excessKw(PlannedSite planned, SiteSchedule schedule) {
        double worst = 0;
        for (double net : schedule.netKwh()) {
            worst = Math.max(worst, net - planned.unplanned().importLimitKwh());
            worst = Math.max(worst, -net - planned.unplanned().exportLimitKwh());
        }
        return worst / market.window().slotHours();
    }
}
