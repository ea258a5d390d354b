package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.WalkForward;
import io.nqba.model.finance.PastTrial;
import io.nqba.model.finance.PortfolioRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tries the rule of a request on the past: same estimators, same limits, without rules on names, whole shares and trading. */
final class PastTrials {
    /** A trial is context: with more instruments it would cost more than the answer. */
    private static final int MOST_ASSETS = 150;

    private final PortfolioModel model;
    private final PortfolioRequest request;

    PastTrials(PortfolioModel model) {
        this.model = model;
        this.request = model.request();
    }

    /** Returns how the rule did; null where the history is too short or the choice too large. */
    @Nullable
    PastTrial of(BooleanSupplier stop) {
        int chosen = model.assets().chosen();
        if (chosen > MOST_ASSETS || chosen < 2) {
            return null;
        }
        ReturnMatrix returns = model.returns().select(IntStream.range(0, chosen).toArray());
        return WalkForward.of(returns, windows(chosen), request.riskFree(), this::weights, stop)
                .map(PastTrials::written)
                .orElse(null);
    }

    /** By the size of the problem and not by the clock, so that every machine tries the same. */
    private int windows(int assets) {
        if (request.objective().overScenarios() || assets > 80) {
            return 16;
        }
        return assets > 30 ? 40 : 120;
    }

    private double[] weights(ReturnMatrix past, int[] assets) {
        List<String> ids =
                Arrays.stream(assets).mapToObj(model.assets().ids()::get).toList();
        PortfolioLimits limits = request.objective().rule()
                ? PortfolioLimits.longOnly(assets.length)
                : model.limits().select(assets);
        return model.estimates().problem(ids, past, null).solve(limits).weights();
    }

    private static PastTrial written(WalkForward.Result result) {
        return new PastTrial(
                result.windows(),
                result.failed(),
                result.days(),
                result.rule().growth(),
                result.rule().volatility(),
                result.rule().sharpe(),
                result.equal().growth(),
                result.equal().volatility(),
                result.equal().sharpe());
    }
}
