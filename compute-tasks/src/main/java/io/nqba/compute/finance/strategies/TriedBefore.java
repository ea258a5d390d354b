package io.nqba.compute.finance.strategies;

import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.grid.CacheNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * How often a strategy was tried, in this run and in all runs before it. A try that was made twice, with the same parameters over the
 * same days at the same costs, counts once.
 *
 * @param tries different tries
 * @param sharpeVariance variance of their yearly Sharpe ratios; 0 with a single one
 */
record TriedBefore(long tries, double sharpeVariance) {

    /** Counts the tries of a run that is about to end and of those that have ended. */
    static TriedBefore of(
            Ignite ignite, String runId, BacktestRequest request, long chosenToDay, List<BacktestTrial> trials) {
        Map<String, Double> sharpes = new TreeMap<>();
        var query = new SqlFieldsQuery("SELECT _VAL FROM BACKTEST_RUN WHERE STRATEGY_ID = ? AND RUN_ID <> ?")
                .setArgs(request.strategyId(), runId);
        try (var rows = ignite.cache(CacheNames.BACKTEST_RUN).query(query)) {
            for (List<?> row : rows) {
                var earlier = (BacktestRun) row.get(0);
                String setting = setting(earlier.fromDay(), earlier.chosenToDay(), earlier.assumptions());
                earlier.trials().forEach(trial -> add(sharpes, setting, trial));
            }
        }
        String setting = setting(request.fromDay(), chosenToDay, request.assumptions());
        trials.forEach(trial -> add(sharpes, setting, trial));
        double mean = sharpes.values().stream().mapToDouble(x -> x).average().orElse(0);
        double squares = sharpes.values().stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .sum();
        return new TriedBefore(sharpes.size(), sharpes.size() < 2 ? 0 : squares / (sharpes.size() - 1));
    }

    private static void add(Map<String, Double> sharpes, String setting, BacktestTrial trial) {
        sharpes.put(setting + new TreeMap<>(trial.parameters()), trial.chosen().sharpe());
    }

    private static String setting(long from, long to, Object assumptions) {
        return from + "/" + to + "/" + assumptions;
    }
}
