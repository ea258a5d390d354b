package io.nqba.compute.finance.mandates;

import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.kernel.mandate.CutBack;
import io.nqba.compute.optimisation.Conclusion;
import io.nqba.compute.optimisation.CoordinatedProblem;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.compute.optimisation.RunOutcome;
import io.nqba.compute.optimisation.Settlement;
import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.compute.optimisation.SurveyTally;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import org.apache.ignite.Ignite;

/** GOLIATH's mandates: portfolios of one book that share limits on issuers, sectors, factors and trades. */
public final class MandateOptimisation implements CoordinatedProblem {
    @Override
    public BusinessUnit unit() {
        return BusinessUnit.GOLIATH;
    }

    @Override
    public String kind() {
        return MandateRequest.KIND;
    }

    @Override
    public String colocatedWith() {
        return CacheNames.PORTFOLIO;
    }

    @Override
    public double valueFactor() {
        // The coordination minimises minus the utility, in units of money.
        return -FirmMarket.MONEY_UNIT;
    }

    @Override
    public String check(Ignite ignite, RunRequest request) {
        return FirmMarket.read(ignite, (MandateRequest) request).book().currency();
    }

    @Override
    public ModelSource open(Ignite ignite, RunRequest request) {
        return new MandateCompiler(ignite, FirmMarket.read(ignite, (MandateRequest) request));
    }

    @Override
    public SharedLimits limits(Ignite ignite, RunRequest request) {
        return FirmMarket.read(ignite, (MandateRequest) request).limits();
    }

    @Override
    public List<String> baselines() {
        return List.of(MandatePartition.CURRENT, MandatePartition.CUT_BACK, MandatePartition.ALONE);
    }

    @Override
    public double[] secondSurvey(Ignite ignite, RunRequest request, SurveyTally first) {
        return CutBack.choose(
                        first.total(MandatePartition.KEPT),
                        first.total(MandatePartition.EMPTIED),
                        first.total(MandatePartition.ALONE),
                        FirmMarket.read(ignite, (MandateRequest) request)
                                .limitRows()
                                .caps())
                .map(shares -> new double[] {shares.toCash(), shares.toOwn()})
                .orElse(new double[0]);
    }

    @Override
    public void settle(Ignite ignite, Settlement settlement, PartitionModel model, SettlementTally into) {
        var mandates = (MandatePartition) model;
        mandates.settle(new MandateWriter(ignite, mandates.market(), settlement, into));
    }

    @Override
    public Conclusion conclude(Ignite ignite, RunOutcome outcome) {
        FirmMarket market =
                FirmMarket.read(ignite, (MandateRequest) outcome.run().request());
        var findings = new MandateFindings(market, outcome);
        ignite.<String, MandateReport>cache(CacheNames.MANDATE_REPORT)
                .put(outcome.run().runId(), findings.report());
        return findings.conclusion();
    }
}
