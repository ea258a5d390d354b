package io.nqba.console.grid;

import io.nqba.console.finance.FrontierPointView;
import io.nqba.console.finance.PortfolioHead;
import io.nqba.console.finance.PortfolioRunGateway;
import io.nqba.console.finance.ProposalView;
import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.FrontierPointKey;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.grid.CacheNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers of portfolio runs, by key over the thin client. */
@Component
class IgnitePortfolioRunGateway implements PortfolioRunGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgnitePortfolioRunGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<PortfolioHead> head(String portfolioId) {
        Mono<Portfolio> stored = grid.call(
                client -> client.<String, Portfolio>cache(CacheNames.PORTFOLIO).getAsync(portfolioId));
        return stored.flatMap(portfolio -> sql.rows("SELECT DISTINCT SECTOR FROM INSTRUMENT ORDER BY SECTOR LIMIT 200")
                .map(rows -> PortfolioViews.of(
                        portfolio,
                        rows.stream().map(row -> GridSql.text(row, 0)).toList())));
    }

    @Override
    public Mono<ProposalView> proposal(String runId) {
        return stored(runId).map(PortfolioViews::of);
    }

    private Mono<PortfolioProposal> stored(String runId) {
        return grid.call(client -> client.<String, PortfolioProposal>cache(CacheNames.PORTFOLIO_PROPOSAL)
                .getAsync(runId));
    }

    @Override
    public Flux<FrontierPointView> frontier(String runId) {
        Set<FrontierPointKey> keys = new LinkedHashSet<>();
        for (int index = 0; index < PortfolioRequest.MAX_FRONTIER_POINTS; index++) {
            keys.add(new FrontierPointKey(runId, index));
        }
        Mono<List<String>> ids = stored(runId)
                .map(proposal -> proposal.positions().stream()
                        .map(position -> position.instrumentId())
                        .toList())
                .defaultIfEmpty(List.of());
        return Mono.zip(
                        ids,
                        grid.<Map<FrontierPointKey, FrontierPoint>>call(
                                client -> client.<FrontierPointKey, FrontierPoint>cache(CacheNames.FRONTIER_POINT)
                                        .getAllAsync(keys)))
                .flatMapIterable(both -> keys.stream()
                        .filter(both.getT2()::containsKey)
                        .map(key -> PortfolioViews.of(key.index(), both.getT2().get(key), both.getT1()))
                        .toList());
    }
}
