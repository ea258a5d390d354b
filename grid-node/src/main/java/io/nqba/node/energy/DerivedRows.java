package io.nqba.node.energy;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ForecastOrder;
import io.nqba.model.energy.ForecastReport;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import java.time.Instant;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from freshly loaded readings: emission records of their days and forecasts of the two days after. */
final class DerivedRows {
    private static final Logger LOG = LoggerFactory.getLogger(DerivedRows.class);
    private static final int FORECAST_HOURS = 48;

    private final Ignite ignite;

    DerivedRows(Ignite ignite) {
        this.ignite = ignite;
    }

    /**
     * Works out the rows for readings of {@code start..end}, the end exclusive. Too little history makes no forecast.
     *
     * @param forecastFrom beginning of the two days to forecast
     */
    void refresh(String districtId, Instant start, Instant end, Instant forecastFrom) {
        ConsumptionQuery days = new ConsumptionQuery(districtId, null, start.toEpochMilli(), end.toEpochMilli());
        TaskReply<Long> booked = ignite.compute().execute(TaskNames.EMISSION_RECORDS, days);
        ForecastOrder order = new ForecastOrder(districtId, forecastFrom.toEpochMilli(), FORECAST_HOURS);
        TaskReply<ForecastReport> forecast = ignite.compute().execute(TaskNames.FORECAST, order);
        try {
            LOG.info(
                    "Derived rows stored. district={} emissionRecords={} forecasts={}",
                    districtId,
                    booked.orThrow(),
                    forecast.orThrow().rows());
        } catch (NqbaException e) {
            LOG.warn("Derived rows are incomplete. district={} problem={}", districtId, e.problem());
        }
    }
}
