package io.nqba.console.sales;

import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.DuplicateReport;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import java.util.List;
import reactor.core.publisher.Mono;

/** Rows that may be the same. Nothing here blocks. */
public interface DuplicateGateway {
    /** Finds some of them. */
    Mono<DuplicateReport> find(DuplicateQuery query);

    /** Remembers that rows are not the same. */
    Mono<Void> dismiss(List<NotDuplicateKey> pairs, NotDuplicate said);
}
