package io.nqba.console.energy;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.grid.IntakeReport;
import reactor.core.publisher.Mono;

/**
 * Readings in, analytics out; both run next to the data. Nothing here blocks. When the grid does not answer, each call
 * fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface ConsumptionGateway {
    /** Stores the good rows of a batch and reports the others one by one. Sending a batch again changes nothing. */
    Mono<IntakeReport> take(ReadingBatch batch);

    /** Returns how a district or one of its sites used energy. Fails with {@code DATA_SET_NOT_FOUND}. */
    Mono<ConsumptionReport> report(ConsumptionQuery query);
}
