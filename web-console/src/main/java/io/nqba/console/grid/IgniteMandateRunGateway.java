package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.finance.FirmReportView;
import io.nqba.console.finance.MandateResultView;
import io.nqba.console.finance.MandateRunGateway;
import io.nqba.console.finance.MandateWeightsView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers of mandate runs. */
@Component
class IgniteMandateRunGateway implements MandateRunGateway {
    private static final String RESULTS = """
            SELECT r.PORTFOLIO_ID, p.NAME, r.CAPITAL, r.UTILITY_NOW, r.UTILITY_ALONE, r.UTILITY, r.EXPECTED_RETURN,
                   r.VOLATILITY_NOW, r.VOLATILITY, r.TURNOVER, r.TRADING_COST, r.CASH_WEIGHT
            FROM MANDATE_RESULT r LEFT JOIN PORTFOLIO p ON p.PORTFOLIO_ID = r.PORTFOLIO_ID
            WHERE r.RUN_ID = ? AND r.PORTFOLIO_ID > ? ORDER BY r.PORTFOLIO_ID LIMIT ?""";

    private final GridConnection grid;
    private final GridSql sql;

    IgniteMandateRunGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<FirmReportView> report(String runId) {
        return grid.<MandateReport>call(client -> client.<String, MandateReport>cache(CacheNames.MANDATE_REPORT)
                        .getAsync(runId))
                .map(IgniteMandateRunGateway::view);
    }

    @Override
    public Mono<Page<MandateResultView>> results(String runId, @Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        return sql.rows(RESULTS, runId, last.isEmpty() ? "" : last.get(0), limit + 1)
                .map(rows -> rows.stream().map(IgniteMandateRunGateway::result).toList())
                .map(results -> Page.of(results, limit, result -> Cursor.after(result.portfolioId())));
    }

    @Override
    public Mono<MandateWeightsView> weights(String runId, String portfolioId) {
        return grid.<MandateResult>call(
                        client -> client.<MandateResultKey, MandateResult>cache(CacheNames.MANDATE_RESULT)
                                .getAsync(new MandateResultKey(portfolioId, runId)))
                .map(result -> weights(runId, portfolioId, result));
    }

    private static MandateWeightsView weights(String runId, String portfolioId, MandateResult result) {
        double[] now = result.weightsNow();
        double[] proposed = result.weights();
        List<MandateWeightsView.Weight> weights = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            weights.add(new MandateWeightsView.Weight(result.instrumentIds().get(i), now[i], proposed[i]));
        }
        return new MandateWeightsView(runId, portfolioId, weights);
    }

    private static MandateResultView result(List<?> row) {
        double alone = number(row, 4);
        double utility = number(row, 5);
        return new MandateResultView(
                text(row, 0),
                row.get(1) == null ? text(row, 0) : text(row, 1),
                number(row, 2),
                number(row, 3),
                alone,
                utility,
                alone - utility,
                number(row, 6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                number(row, 11));
    }

    private static FirmReportView view(MandateReport report) {
        return new FirmReportView(
                report.runId(),
                report.bookId(),
                report.currency(),
                report.mandates(),
                report.capital(),
                report.turnover(),
                report.tradingCost(),
                report.limits().stream().map(limit -> view(limit, report)).toList());
    }

    private static FirmReportView.LimitUse view(FirmLimitResult result, MandateReport report) {
        FirmLimit limit = result.limit();
        return new FirmReportView.LimitUse(
                limit.kind(),
                limit.name(),
                limit.most(),
                result.useNow(),
                result.useAlone(),
                result.use(),
                result.shadowPrice(),
                words(result, report));
    }

    /** A price below a hundred-millionth of the capital a year is the accuracy of the prices. */
    private static String words(FirmLimitResult result, MandateReport report) {
        double perHundredth = result.shadowPrice() / 100;
        if (!(perHundredth > 1e-8 * report.capital())) {
            return "It does not bind.";
        }
        String more = switch (result.limit().kind()) {
            case ISSUER, SECTOR -> "per cent of the capital";
            case FACTOR -> "hundredth of exposure";
            case LIQUIDITY -> "per cent of a usual day's trade";
        };
        return String.format(
                Locale.ENGLISH,
                "It binds; one more %s would be worth %,.2f %s a year.",
                more,
                perHundredth,
                report.currency());
    }
}
