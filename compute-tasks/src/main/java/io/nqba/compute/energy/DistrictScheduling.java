package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.optimisation.Conclusion;
import io.nqba.compute.optimisation.CoordinatedProblem;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.compute.optimisation.RunOutcome;
import io.nqba.compute.optimisation.Settlement;
import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import org.apache.ignite.Ignite;

/** FLYFOX's day-ahead schedules: batteries of many sites that share the peak of their district and the caps on it. */
public final class DistrictScheduling implements CoordinatedProblem {
    /** The reaction of a round is a matrix of slots × slots; beyond this it is more than a small node should hold. */
    static final int MOST_COUPLED_SLOTS = 2_000;

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.FLYFOX;
    }

    @Override
    public String kind() {
        return "energy-optimization";
    }

    @Override
    public String colocatedWith() {
        return CacheNames.SITE;
    }

    @Override
    public String check(Ignite ignite, RunRequest request) {
        MarketData market = MarketData.read(ignite, (EnergyRequest) request);
        market.refuseOffGrid();
        market.prices(market.district().tariffId());
        refuseTooLong(market);
        return market.currency();
    }

    @Override
    public ModelSource open(Ignite ignite, RunRequest request) {
        return new SiteCompiler(ignite, MarketData.read(ignite, (EnergyRequest) request));
    }

    @Override
    public SharedLimits limits(Ignite ignite, RunRequest request) {
        return MarketData.read(ignite, (EnergyRequest) request).limits();
    }

    @Override
    public List<String> baselines() {
        return Policy.BASELINES;
    }

    @Override
    public void settle(Ignite ignite, Settlement settlement, PartitionModel model, SettlementTally into) {
        var sites = (SitePartition) model;
        sites.settle(new ScheduleWriter(ignite, sites.market(), settlement, into));
    }

    @Override
    public Conclusion conclude(Ignite ignite, RunOutcome outcome) {
        MarketData market =
                MarketData.read(ignite, (EnergyRequest) outcome.run().request());
        Answer stored =
                outcome.settled().total(ScheduleWriter.ANSWER, market.window().slots());
        ignite.<String, DistrictProfile>cache(CacheNames.DISTRICT_PROFILE)
                .put(outcome.run().runId(), profile(market, outcome, stored));
        return new DistrictFindings(market, outcome, stored).conclusion();
    }

    private static DistrictProfile profile(MarketData market, RunOutcome outcome, Answer stored) {
        Answer prices = outcome.survey().total(Policy.IMPORT_PRICE);
        double[] meanPrice = prices.usage().clone();
        for (int t = 0; t < meanPrice.length; t++) {
            meanPrice[t] /= Math.max(1, prices.items());
        }
        double[] shadow = outcome.settlement().shadowPrice();
        return new DistrictProfile(
                outcome.run().runId(),
                market.district().districtId(),
                market.window().startOf(0),
                market.district().intervalMinutes(),
                outcome.survey().total(Policy.NO_BATTERY).usage(),
                outcome.survey().total(Policy.EACH_ALONE).usage(),
                stored.usage(),
                meanPrice,
                market.carbonKgPerKwh(),
                shadow.length == 0 ? new double[meanPrice.length] : shadow);
    }

    private static void refuseTooLong(MarketData market) {
        int rows = market.limits().rows();
        if (rows <= MOST_COUPLED_SLOTS) {
            return;
        }
        String problem =
                "The window (%d slots) is too long for a demand charge or demand-response caps; %d slots are the most."
                        .formatted(rows, MOST_COUPLED_SLOTS);
        String remedy = "Ask for at most %d slots, or set the demand charge to 0 and leave demand response out."
                .formatted(MOST_COUPLED_SLOTS);
        var field = new FieldProblem("slots", Integer.toString(rows), problem, remedy);
        throw new NqbaException(ErrorCode.INVALID_PROBLEM, problem, remedy, List.of(field), null);
    }
}
