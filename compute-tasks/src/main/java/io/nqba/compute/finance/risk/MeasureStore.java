package io.nqba.compute.finance.risk;

import io.nqba.model.finance.RiskMeasure;
import io.nqba.model.finance.RiskMeasureKey;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.TailRisk;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.time.Clock;
import java.util.Map;
import org.apache.ignite.Ignite;

/** Keeps the tail losses of each day for those who ask by SQL: the last measurement of a day counts. */
final class MeasureStore {
    private final Ignite ignite;
    private final Clock clock;

    MeasureStore(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.clock = clock;
    }

    /** Keeps a report of the usual window; figures of other windows do not compare from day to day. */
    void keep(RiskReport report, RiskQuery query) {
        if (query.estimationDays() != RiskQuery.USUAL_DAYS) {
            return;
        }
        Map<RiskMeasureKey, RiskMeasure> rows = KeyOrder.map();
        for (TailRisk tail : report.tails()) {
            RiskMeasureKey key =
                    new RiskMeasureKey(report.subjectId(), report.scope(), report.asOfDay(), tail.method(), (int)
                            Math.round(100 * tail.confidence()));
            rows.put(
                    key,
                    new RiskMeasure(
                            report.netValue(),
                            report.grossValue(),
                            tail.valueAtRisk(),
                            tail.expectedShortfall(),
                            tail.periods(),
                            tail.exceedances(),
                            tail.expectedExceedances(),
                            tail.kupiecPValue(),
                            tail.christoffersenPValue(),
                            tail.light(),
                            clock.millis()));
        }
        ignite.<RiskMeasureKey, RiskMeasure>cache(CacheNames.RISK_MEASURE).putAll(rows);
    }
}
