package io.nqba.console.grid;

import io.nqba.console.finance.RiskGateway;
import io.nqba.console.finance.SubjectView;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressRequest;
import io.nqba.model.grid.TaskNames;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Risk, by compute task. */
@Component
class IgniteRiskGateway implements RiskGateway {
    /** A page draws anew at most this often, however fast prices come. */
    private static final Duration CALM = Duration.ofSeconds(2);

    private final GridConnection grid;
    private final GridSql sql;
    private final FinanceFeed feed;

    IgniteRiskGateway(GridConnection grid, GridSql sql, FinanceFeed feed) {
        this.grid = grid;
        this.sql = sql;
        this.feed = feed;
    }

    @Override
    public Mono<List<SubjectView>> subjects(int limit) {
        Mono<List<SubjectView>> books = sql.rows("SELECT BOOK_ID, NAME FROM BOOK ORDER BY NAME, BOOK_ID LIMIT ?", limit)
                .map(rows -> views(RiskScope.BOOK, rows));
        Mono<List<SubjectView>> portfolios = sql.rows(
                        "SELECT PORTFOLIO_ID, NAME FROM PORTFOLIO ORDER BY BOOK_ID, NAME, _KEY LIMIT ?", limit)
                .map(rows -> views(RiskScope.PORTFOLIO, rows));
        return books.zipWith(
                portfolios,
                (first, second) -> Stream.concat(first.stream(), second.stream())
                        .limit(limit)
                        .toList());
    }

    private static List<SubjectView> views(RiskScope scope, List<List<?>> rows) {
        return rows.stream()
                .map(row -> new SubjectView(scope, GridSql.text(row, 0), GridSql.text(row, 1)))
                .toList();
    }

    @Override
    public Mono<RiskReport> report(RiskQuery query) {
        return grid.task(TaskNames.RISK_REPORT, query);
    }

    @Override
    public Mono<BookRiskReport> byPortfolio(BookRiskQuery query) {
        return grid.task(TaskNames.BOOK_RISK, query);
    }

    @Override
    public Mono<StressOutcome> stress(StressRequest request) {
        return grid.task(TaskNames.STRESS, request);
    }

    @Override
    public Flux<Long> changes(RiskScope scope, String subjectId) {
        Flux<Boolean> first = Flux.just(true);
        // The last of a burst goes out too, so that a reader never stays behind.
        Flux<Boolean> later = feed.of(scope, subjectId).publish(live -> live.sample(CALM));
        return first.concatWith(later).index((sequence, change) -> sequence + 1);
    }
}
