package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.finance.FirmNames;
import io.nqba.console.finance.FirmReportView;
import io.nqba.console.finance.MandateResultQuery;
import io.nqba.console.finance.MandateResultQuery.Order;
import io.nqba.console.finance.MandateResultView;
import io.nqba.console.finance.MandateRunGateway;
import io.nqba.console.finance.MandateWeightsView;
import io.nqba.console.grid.KeysetQuery.Sort;
import io.nqba.console.paging.Page;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers of mandate runs. */
@Component
class IgniteMandateRunGateway implements MandateRunGateway {
    private static final String RESULTS = """
            SELECT r.PORTFOLIO_ID, p.NAME, r.CAPITAL, r.UTILITY_NOW, r.UTILITY_ALONE, r.UTILITY, r.EXPECTED_RETURN,
                   r.VOLATILITY_NOW, r.VOLATILITY, r.TURNOVER, r.TRADING_COST, r.CASH_WEIGHT
            FROM MANDATE_RESULT r LEFT JOIN PORTFOLIO p ON p.PORTFOLIO_ID = r.PORTFOLIO_ID
            WHERE r.RUN_ID = ?""";

    private static final String NAME = "COALESCE(p.NAME, r.PORTFOLIO_ID)";

    private static final String INSTRUMENTS =
            "SELECT INSTRUMENT_ID, ISSUER, SECTOR, AVERAGE_DAILY_VOLUME FROM INSTRUMENT";

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
    public Mono<Page<MandateResultView>> results(MandateResultQuery query) {
        return new KeysetQuery<MandateResultView>(RESULTS, query.runId())
                .containing(query.search(), NAME, "r.PORTFOLIO_ID")
                .page(
                        sql,
                        sort(query.order()),
                        query.descending(),
                        sort(Order.ID),
                        query.cursor(),
                        query.limit(),
                        IgniteMandateRunGateway::result);
    }

    private static Sort<MandateResultView> sort(Order order) {
        return switch (order) {
            case ID -> Sort.text("r.PORTFOLIO_ID", MandateResultView::portfolioId);
            case NAME -> Sort.text(NAME, MandateResultView::portfolioName);
            case CAPITAL -> Sort.number("r.CAPITAL", MandateResultView::capital);
            case UTILITY -> Sort.number("r.UTILITY", MandateResultView::utility);
            case GIVEN_UP -> Sort.number("(r.UTILITY_ALONE - r.UTILITY)", MandateResultView::givenUp);
            case EXPECTED_RETURN -> Sort.number("r.EXPECTED_RETURN", MandateResultView::expectedReturn);
            case VOLATILITY -> Sort.number("r.VOLATILITY", MandateResultView::volatility);
            case TURNOVER -> Sort.number("r.TURNOVER", MandateResultView::turnover);
            case TRADING_COST -> Sort.number("r.TRADING_COST", MandateResultView::tradingCost);
            case CASH -> Sort.number("r.CASH_WEIGHT", MandateResultView::cashWeight);
        };
    }

    @Override
    public Mono<FirmNames> names(String universeId) {
        return grid.<Universe>call(client ->
                        client.<String, Universe>cache(CacheNames.UNIVERSE).getAsync(universeId))
                .flatMap(universe ->
                        sql.rows(INSTRUMENTS).map(rows -> names(rows, new HashSet<>(universe.instrumentIds()))))
                .defaultIfEmpty(new FirmNames(List.of(), List.of(), List.of()));
    }

    private static FirmNames names(List<List<?>> instruments, Set<String> members) {
        Set<String> sectors = new TreeSet<>();
        Set<String> issuers = new TreeSet<>();
        Set<String> traded = new TreeSet<>();
        for (List<?> row : instruments) {
            if (members.contains(text(row, 0))) {
                issuers.add(text(row, 1));
                sectors.add(text(row, 2));
                if (number(row, 3) > 0) {
                    traded.add(text(row, 0));
                }
            }
        }
        return new FirmNames(List.copyOf(sectors), List.copyOf(issuers), List.copyOf(traded));
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
