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
import io.nqba.console.paging.Cursor;
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
        String column = column(query.order());
        var statement = new StringBuilder(RESULTS);
        List<Object> arguments = new ArrayList<>(List.of(query.runId()));
        if (query.search() != null && !query.search().isBlank()) {
            statement.append(" AND (LOWER(" + NAME + ") LIKE ? OR LOWER(r.PORTFOLIO_ID) LIKE ?)");
            String pattern = GridSql.containing(query.search());
            arguments.addAll(List.of(pattern, pattern));
        }
        List<String> last = Cursor.parse(query.cursor(), 2);
        if (!last.isEmpty()) {
            Object place = place(query.order(), last.get(0));
            statement.append(" AND (%1$s %2$s ? OR %1$s = ? AND r.PORTFOLIO_ID > ?)"
                    .formatted(column, query.descending() ? "<" : ">"));
            arguments.addAll(List.of(place, place, last.get(1)));
        }
        statement.append(" ORDER BY %s%s, r.PORTFOLIO_ID LIMIT ?".formatted(column, query.descending() ? " DESC" : ""));
        arguments.add(query.limit() + 1);
        return sql.rows(statement.toString(), arguments.toArray())
                .map(rows -> rows.stream().map(IgniteMandateRunGateway::result).toList())
                .map(results -> Page.of(
                        results,
                        query.limit(),
                        result -> Cursor.after(value(query.order(), result), result.portfolioId())));
    }

    private static String column(Order order) {
        return switch (order) {
            case ID -> "r.PORTFOLIO_ID";
            case NAME -> NAME;
            case CAPITAL -> "r.CAPITAL";
            case UTILITY -> "r.UTILITY";
            case GIVEN_UP -> "(r.UTILITY_ALONE - r.UTILITY)";
            case EXPECTED_RETURN -> "r.EXPECTED_RETURN";
            case VOLATILITY -> "r.VOLATILITY";
            case TURNOVER -> "r.TURNOVER";
            case TRADING_COST -> "r.TRADING_COST";
            case CASH -> "r.CASH_WEIGHT";
        };
    }

    /** Numbers are written so that they read back as the same bits. */
    private static String value(Order order, MandateResultView result) {
        return switch (order) {
            case ID -> result.portfolioId();
            case NAME -> result.portfolioName();
            case CAPITAL -> Double.toString(result.capital());
            case UTILITY -> Double.toString(result.utility());
            case GIVEN_UP -> Double.toString(result.givenUp());
            case EXPECTED_RETURN -> Double.toString(result.expectedReturn());
            case VOLATILITY -> Double.toString(result.volatility());
            case TURNOVER -> Double.toString(result.turnover());
            case TRADING_COST -> Double.toString(result.tradingCost());
            case CASH -> Double.toString(result.cashWeight());
        };
    }

    private static Object place(Order order, String value) {
        if (order == Order.ID || order == Order.NAME) {
            return value;
        }
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException otherOrder) {
            throw Cursor.unknown(value, otherOrder);
        }
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
