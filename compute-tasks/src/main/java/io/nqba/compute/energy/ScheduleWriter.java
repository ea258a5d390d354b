package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.storage.SiteBatch;
import io.nqba.compute.kernel.storage.SiteRules;
import io.nqba.compute.kernel.storage.SiteSchedule;
import io.nqba.compute.optimisation.Settlement;
import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.model.energy.Schedule;
import io.nqba.model.energy.ScheduleKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.SiteResult;
import io.nqba.model.energy.SiteResultKey;
import io.nqba.model.grid.CacheNames;
import java.util.HashMap;
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
    private final Map<ScheduleKey, Schedule> scheduleRows = new HashMap<>();
    private final Map<SiteResultKey, SiteResult> resultRows = new HashMap<>();

    ScheduleWriter(Ignite ignite, MarketData market, Settlement settlement, SettlementTally tally) {
        this.market = market;
        this.settlement = settlement;
        this.shadowPrice = settlement.shadowPrice();
        this.tally = tally;
        this.schedules = ignite.cache(CacheNames.SCHEDULE);
        this.results = ignite.cache(CacheNames.SITE_RESULT);
    }

    void write(PlannedSite planned, SiteBatch batch, int index) {
        SiteSchedule schedule = batch.schedule(index, settlement.best());
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
    }

    private void enterSchedule(PlannedSite planned, SiteSchedule schedule) {
        String siteId = planned.site().siteId();
        double[] before = planned.problem().netLoadKwh();
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

    private void enterResult(PlannedSite planned, SiteBatch batch, int index, SiteSchedule schedule) {
        SiteSchedule idle = SiteRules.noBattery(planned.problem());
        resultRows.put(
                new SiteResultKey(planned.site().siteId(), settlement.runId()),
                new SiteResult(
                        planned.site().districtId(),
                        money(idle),
                        money(SiteRules.selfConsumption(planned.problem())),
                        money(SiteRules.timeOfUse(planned.problem())),
                        money(batch.alone(index)),
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
        double penalty = planned.problem().violationPrice() * schedule.violationKwh();
        double cost = schedule.cost() + penalty;
        tally.add(ANSWER, new Answer(1, cost, cost, schedule.violationKwh(), schedule.netKwh(), null));
        double[] figures = new double[FIGURE_COUNT];
        figures[EMISSIONS_BEFORE] = emissionsKg(SiteRules.noBattery(planned.problem()));
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
            worst = Math.max(worst, net - planned.problem().importLimitKwh());
            worst = Math.max(worst, -net - planned.problem().exportLimitKwh());
        }
        return worst / market.window().slotHours();
    }
}
