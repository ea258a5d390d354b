package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.finance.market.MarketGateway;
import io.nqba.model.finance.MarketQuery;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.grid.TaskNames;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Market reports, by compute task. */
@Component
class IgniteMarketGateway implements MarketGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteMarketGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<MarketReport> report(String universeId) {
        return grid.task(TaskNames.MARKET_REPORT, new MarketQuery(universeId));
    }

    @Override
    public Mono<List<Market>> markets() {
        return sql.rows("SELECT UNIVERSE_ID, NAME, CURRENCY FROM UNIVERSE ORDER BY NAME, UNIVERSE_ID LIMIT 200")
                .map(rows -> rows.stream()
                        .map(row -> new Market(text(row, 0), text(row, 1), text(row, 2)))
                        .toList());
    }
}
