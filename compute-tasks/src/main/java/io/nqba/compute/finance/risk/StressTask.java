package io.nqba.compute.finance.risk;

import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressRequest;
import org.apache.ignite.Ignite;

/** Answers what shocks would do to a book or portfolio. */
public final class StressTask extends RiskTask<StressRequest, StressOutcome> {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object key(StressRequest request) {
        return request.subjectId();
    }

    @Override
    protected StressOutcome work(Ignite here, StressRequest request) {
        return new RiskDesk(here).stress(request);
    }
}
