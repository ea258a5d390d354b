package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.DealStage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Deals by stage, counted and summed in the grid. Nothing here blocks. */
public interface PipelineGateway {
    /** Returns the totals of all stages, in their order; a stage without deals has zeros. */
    Mono<List<StageTotal>> totals(PipelineQuery query);

    /** Lists the deals of a stage: open ones by amount, the largest first; closed ones by day, the last first. */
    Mono<Page<DealLine>> deals(DealStage stage, PipelineQuery query, @Nullable String cursor, int limit);

    /** Returns one deal, with the name of its account; empty when there is none. */
    Mono<DealLine> deal(String id);

    /** Lists the deals of an account, the newest first, at most {@code limit}. */
    Mono<List<DealLine>> ofAccount(String accountId, int limit);
}
