package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.Covariances;
import io.nqba.compute.kernel.portfolio.ExpectedReturns;
import io.nqba.compute.kernel.portfolio.HierarchicalRiskParity;
import io.nqba.compute.kernel.portfolio.PortfolioProblem;
import io.nqba.compute.kernel.portfolio.PortfolioProblem.Goal;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.Shrinkage;
import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.compute.kernel.portfolio.Universe;
import io.nqba.model.finance.CovarianceEstimate;
import io.nqba.model.finance.PortfolioRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a problem of the kernels from a history, by the estimators that a request names. */
final class Estimates {
    static final double DAYS_PER_YEAR = 252;

    private final PortfolioRequest request;
    private final double riskAversion;

    Estimates(PortfolioRequest request, double riskAversion) {
        this.request = request;
        this.riskAversion = riskAversion;
    }

    /**
     * Returns the problem.
     *
     * @param market daily returns of the market; null for the mean over the instruments
     */
    PortfolioProblem problem(List<String> ids, ReturnMatrix returns, double @Nullable [] market) {
        SymmetricMatrix covariance = covariance(returns);
        var goal = new Goal(request.objective(), request.target(), riskAversion, request.riskFree(), request.level());
        return new PortfolioProblem(
                new Universe(ids, expected(returns, market), covariance),
                correlation(returns, covariance),
                request.objective().overScenarios() ? returns.completePeriods() : null,
                goal);
    }

    private double[] expected(ReturnMatrix returns, double @Nullable [] market) {
        return switch (request.returns()) {
            case HISTORICAL -> ExpectedReturns.historicalGrowth(returns, DAYS_PER_YEAR);
            case HISTORICAL_MEAN -> ExpectedReturns.historicalMean(returns, DAYS_PER_YEAR);
            case EWMA -> ExpectedReturns.exponentiallyWeighted(returns, request.returnSpanDays(), DAYS_PER_YEAR);
            case CAPM -> ExpectedReturns.capm(returns, market, request.riskFree(), DAYS_PER_YEAR);
        };
    }

    private SymmetricMatrix covariance(ReturnMatrix returns) {
        return switch (request.covariance()) {
            case SAMPLE -> Covariances.sample(returns, DAYS_PER_YEAR);
            case EWMA -> Covariances.exponentiallyWeighted(returns, request.covarianceSpanDays(), DAYS_PER_YEAR);
            case LEDOIT_WOLF ->
                Shrinkage.constantVariance(returns, DAYS_PER_YEAR).covariance();
        };
    }

    /** Over series with gaps, correlations of the pairs differ from those of the covariance; as published, pairs count. */
    private SymmetricMatrix correlation(ReturnMatrix returns, SymmetricMatrix covariance) {
        return request.covariance() == CovarianceEstimate.SAMPLE
                ? HierarchicalRiskParity.pairwiseCorrelation(returns)
                : Covariances.correlation(covariance);
    }
}
