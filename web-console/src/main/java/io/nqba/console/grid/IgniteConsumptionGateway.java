package io.nqba.console.grid;

import io.nqba.console.energy.ConsumptionGateway;
import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskNames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Intake and analytics, by compute task. */
@Component
class IgniteConsumptionGateway implements ConsumptionGateway {
    private final GridConnection grid;

    IgniteConsumptionGateway(GridConnection grid) {
        this.grid = grid;
    }

    @Override
    public Mono<IntakeReport> take(ReadingBatch batch) {
        return grid.task(TaskNames.READING_INTAKE, batch);
    }

    @Override
    public Mono<ConsumptionReport> report(ConsumptionQuery query) {
        return grid.task(TaskNames.CONSUMPTION_REPORT, query);
    }
}
