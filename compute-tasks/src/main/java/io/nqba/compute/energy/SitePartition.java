package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.flexible.FlexibleBatch;
import io.nqba.compute.kernel.storage.SiteRules;
import io.nqba.compute.kernel.storage.SiteSchedule;
import io.nqba.compute.optimisation.CheckTally;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.compute.optimisation.SurveyTally;
import io.nqba.model.error.FieldProblem;
import java.util.List;
import java.util.function.IntFunction;

/** The sites of one partition, ready to answer. The kernel's workspaces serve one thread, hence the lock. */
final class SitePartition implements PartitionModel {
    private final MarketData market;
    private final List<PlannedSite> sites;
    private final FlexibleBatch batch;
    private final int rows;
    private final List<FieldProblem> problems;
    private final long fingerprint;

    /**
     * @param market what all sites share
     * @param sites sites whose rows are complete, by id
     * @param rows sites in the partition, complete or not
     * @param problems what is wrong with the others
     */
    SitePartition(MarketData market, List<PlannedSite> sites, int rows, List<FieldProblem> problems) {
        this.market = market;
        this.sites = List.copyOf(sites);
        this.batch = new FlexibleBatch(sites.stream().map(PlannedSite::flexible).toList());
        this.rows = rows;
        this.problems = List.copyOf(problems);
        this.fingerprint = sites.stream().mapToLong(Fingerprint::of).sum();
    }

    @Override
    public int items() {
        return rows;
    }

    @Override
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public void check(CheckTally into) {
        problems.forEach(into::addProblem);
    }

    @Override
    public synchronized void survey(SurveyTally into) {
        into.add(Policy.NO_BATTERY, sum(i -> SiteRules.noBattery(sites.get(i).unplanned())));
        into.add(
                Policy.SELF_CONSUMPTION,
                sum(i -> SiteRules.selfConsumption(sites.get(i).unplanned())));
        into.add(Policy.TIME_OF_USE, sum(i -> SiteRules.timeOfUse(sites.get(i).unplanned())));
        into.add(Policy.EACH_ALONE, sum(i -> batch.alone(i).schedule()));
        into.add(Policy.IMPORT_PRICE, importPrices());
    }

    @Override
    public synchronized void answer(Question question, AnswerSum into) {
        into.add(batch.answer(question));
    }

    /** Stores the schedules behind the answer to a question. */
    synchronized void settle(ScheduleWriter writer) {
        for (int i = 0; i < sites.size(); i++) {
            writer.write(sites.get(i), batch, i);
        }
        writer.flush();
    }

    MarketData market() {
        return market;
    }

    private Answer sum(IntFunction<SiteSchedule> policy) {
        double[] usage = new double[market.window().slots()];
        double cost = 0;
        double violation = 0;
        for (int i = 0; i < sites.size(); i++) {
            SiteSchedule schedule = policy.apply(i);
            cost += schedule.cost();
            violation += schedule.violationKwh();
            for (int t = 0; t < usage.length; t++) {
                usage[t] += schedule.netKwh()[t];
            }
        }
        return new Answer(sites.size(), cost, cost, violation, usage, null);
    }

    private Answer importPrices() {
        double[] sum = new double[market.window().slots()];
        for (PlannedSite site : sites) {
            for (int t = 0; t < sum.length; t++) {
                sum[t] += site.prices().importPrice()[t];
            }
        }
        return new Answer(sites.size(), 0, 0, 0, sum, null);
    }
}
