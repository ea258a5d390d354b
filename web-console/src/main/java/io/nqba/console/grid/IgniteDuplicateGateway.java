package io.nqba.console.grid;

import io.nqba.console.sales.DuplicateGateway;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.DuplicateReport;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows that may be the same, found by a task next to the rows. */
@Component
class IgniteDuplicateGateway implements DuplicateGateway {
    /** A million leads take seconds on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GridConnection grid;

    IgniteDuplicateGateway(GridConnection grid) {
        this.grid = grid;
    }

    @Override
    public Mono<DuplicateReport> find(DuplicateQuery query) {
        return grid.task(TaskNames.FIND_DUPLICATES, query, PATIENCE);
    }

    @Override
    public Mono<Void> dismiss(List<NotDuplicateKey> pairs, NotDuplicate said) {
        Map<NotDuplicateKey, NotDuplicate> rows = KeyOrder.map();
        pairs.forEach(pair -> rows.put(pair, said));
        return grid.<Void>call(client -> client.<NotDuplicateKey, NotDuplicate>cache(CacheNames.NOT_DUPLICATE)
                .putAllAsync(rows));
    }
}
