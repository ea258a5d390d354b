package io.nqba.compute.finance.mandates;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.mandate.Mandate;
import io.nqba.compute.kernel.mandate.MandateAnswer;
import io.nqba.compute.kernel.mandate.MandateBatch;
import io.nqba.compute.optimisation.Settlement;
import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** Stores the proposed weights of one partition's mandates, in batches that stay on this node, and reports their sums. */
final class MandateWriter {
    /** Sum of the mandates' costs and of what they use under the stored weights. */
    static final String ANSWER = "answer";
    /** Sum of figures that are no part of the objective, in the order of the constants below. */
    static final String FIGURES = "figures";

    static final int CAPITAL = 0;
    static final int TURNOVER = 1;
    static final int TRADING_COST = 2;
    static final int GIVEN_UP = 3;
    static final int WORSE_OFF = 4;
    static final int FIGURE_COUNT = 5;

    /** Mandates that give up most for the limits of the firm. */
    static final String PAYERS = "payers";

    private static final int BATCH_ROWS = 1_024;
    /** Utility given up below this share of the capital is the accuracy of the prices. */
    private static final double NOTICEABLE = 1e-7;

    private final FirmMarket market;
    private final Settlement settlement;
    private final SettlementTally tally;
    private final IgniteCache<MandateResultKey, MandateResult> results;
    private final Map<MandateResultKey, MandateResult> rows = KeyOrder.map();

    MandateWriter(Ignite ignite, FirmMarket market, Settlement settlement, SettlementTally tally) {
        this.market = market;
        this.settlement = settlement;
        this.tally = tally;
        this.results = ignite.cache(CacheNames.MANDATE_RESULT);
    }

    void write(PlannedMandate planned, MandateBatch batch, int index) {
        Mandate mandate = planned.mandate();
        MandateAnswer proposed = batch.weights(index, settlement.best());
        MandateAnswer alone = batch.alone(index);
        MandateAnswer now = batch.worth(mandate, mandate.start());
        enter(planned, proposed, alone, now);
        report(planned, batch, proposed, alone);
        if (rows.size() >= BATCH_ROWS) {
            flush();
        }
    }

    void flush() {
        results.putAll(rows);
        rows.clear();
    }

    private void enter(PlannedMandate planned, MandateAnswer proposed, MandateAnswer alone, MandateAnswer now) {
        Mandate mandate = planned.mandate();
        List<String> ids = new ArrayList<>();
        double[] start = mandate.start();
        double[] before = new double[mandate.size()];
        double[] after = new double[mandate.size()];
        for (int i = 0; i < mandate.size(); i++) {
            if (start[i] != 0 || proposed.weights()[i] != 0) {
                before[ids.size()] = start[i];
                after[ids.size()] = proposed.weights()[i];
                ids.add(market.instruments().get(mandate.assets()[i]).instrumentId());
            }
        }
        double capital = mandate.capital();
        rows.put(
                new MandateResultKey(planned.portfolioId(), settlement.runId()),
                new MandateResult(
                        market.book().bookId(),
                        capital,
                        capital * now.utility(),
                        capital * alone.utility(),
                        capital * proposed.utility(),
                        proposed.expectedReturn(),
                        proposed.volatility(),
                        now.volatility(),
                        proposed.turnover(),
                        capital * proposed.tradingCost(),
                        mandate.mostInvested()
                                - Arrays.stream(proposed.weights()).sum(),
                        ids,
                        Arrays.copyOf(before, ids.size()),
                        Arrays.copyOf(after, ids.size())));
    }

    private void report(PlannedMandate planned, MandateBatch batch, MandateAnswer proposed, MandateAnswer alone) {
        Mandate mandate = planned.mandate();
        double capital = mandate.capital();
        double units = capital / FirmMarket.MONEY_UNIT;
        double[] usage = new double[market.request().limits().size()];
        batch.addUsage(mandate, proposed.weights(), usage);
        double cost = -units * proposed.utility();
        tally.add(ANSWER, new Answer(1, cost, cost, 0, usage, null));
        double given = alone.utility() - proposed.utility();
        double[] figures = new double[FIGURE_COUNT];
        figures[CAPITAL] = units;
        figures[TURNOVER] = units * proposed.turnover();
        figures[TRADING_COST] = units * proposed.tradingCost();
        figures[GIVEN_UP] = units * given;
        figures[WORSE_OFF] = given > NOTICEABLE ? 1 : 0;
        tally.add(FIGURES, new Answer(1, 0, 0, 0, figures, null));
        if (given > NOTICEABLE) {
            tally.offer(PAYERS, planned.name(), capital * given);
        }
    }
}
