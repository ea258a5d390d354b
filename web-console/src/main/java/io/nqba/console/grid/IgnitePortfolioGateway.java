package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.finance.BookView;
import io.nqba.console.finance.InstrumentQuery;
import io.nqba.console.finance.InstrumentView;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.PortfolioQuery;
import io.nqba.console.finance.PortfolioRow;
import io.nqba.console.finance.PriceView;
import io.nqba.console.finance.UniverseView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PortfolioReport;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Markets and portfolios: lists over SQL, figures by compute task. */
@Component
class IgnitePortfolioGateway implements PortfolioGateway {
    private static final String INSTRUMENTS = "SELECT INSTRUMENT_ID, NAME, ISSUER, SECTOR, CURRENCY, LOT_SHARES,"
            + " AVERAGE_DAILY_VOLUME, MARKET_CAP, LISTED_DAY, DELISTED_DAY FROM INSTRUMENT WHERE ";
    private static final String PORTFOLIOS =
            "SELECT PORTFOLIO_ID, BOOK_ID, NAME, OWNER, UNIVERSE_ID, CURRENCY, CASH FROM PORTFOLIO WHERE ";

    private final GridConnection grid;
    private final GridSql sql;

    IgnitePortfolioGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<List<BookView>> books() {
        return sql.rows("""
                        SELECT B.BOOK_ID, B.NAME, B.CURRENCY, B.UNIVERSE_ID,
                               (SELECT COUNT(*) FROM PORTFOLIO P WHERE P.BOOK_ID = B.BOOK_ID)
                        FROM BOOK B ORDER BY B.NAME, B.BOOK_ID""")
                .map(rows -> rows.stream()
                        .map(row -> new BookView(text(row, 0), text(row, 1), text(row, 2), text(row, 3), whole(row, 4)))
                        .toList());
    }

    @Override
    public Mono<BookReport> report(BookQuery query) {
        return grid.task(TaskNames.BOOK_REPORT, query);
    }

    @Override
    public Mono<List<UniverseView>> universes() {
        return grid.block(client -> {
            List<UniverseView> all = new ArrayList<>();
            try (var rows =
                    client.<String, Universe>cache(CacheNames.UNIVERSE).query(new ScanQuery<String, Universe>())) {
                rows.forEach(row -> all.add(view(row.getValue())));
            }
            all.sort(Comparator.comparing(UniverseView::id));
            return List.copyOf(all);
        });
    }

    private static UniverseView view(Universe universe) {
        long[] days = universe.days();
        return new UniverseView(
                universe.universeId(),
                universe.name(),
                universe.currency(),
                universe.instrumentIds().size(),
                days.length,
                days.length == 0 ? null : LocalDate.ofEpochDay(days[0]),
                days.length == 0 ? null : LocalDate.ofEpochDay(days[days.length - 1]),
                universe.revision(),
                universe.marketId().isEmpty() ? null : universe.marketId());
    }

    @Override
    public Mono<Page<InstrumentView>> instruments(InstrumentQuery query) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (query.sector() != null) {
            where.append(" AND SECTOR = ?");
            arguments.add(query.sector());
        }
        if (query.search() != null && !query.search().isBlank()) {
            where.append(" AND (LOWER(NAME) LIKE ? OR LOWER(INSTRUMENT_ID) LIKE ?)");
            String pattern = GridSql.containing(query.search());
            arguments.addAll(List.of(pattern, pattern));
        }
        List<String> last = Cursor.parse(query.cursor(), 1);
        if (!last.isEmpty()) {
            where.append(" AND INSTRUMENT_ID > ?");
            arguments.add(last.get(0));
        }
        arguments.add(query.limit() + 1);
        return sql.rows(INSTRUMENTS + where + " ORDER BY INSTRUMENT_ID LIMIT ?", arguments.toArray())
                .map(rows ->
                        rows.stream().map(IgnitePortfolioGateway::instrument).toList())
                .map(found -> Page.of(found, query.limit(), instrument -> Cursor.after(instrument.id())));
    }

    @Override
    public Mono<InstrumentView> instrument(String instrumentId) {
        return sql.rows(INSTRUMENTS + "INSTRUMENT_ID = ?", instrumentId)
                .flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(instrument(rows.get(0))));
    }

    private static InstrumentView instrument(List<?> row) {
        long delisted = whole(row, 9);
        return new InstrumentView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                (int) whole(row, 5),
                positive(number(row, 6)),
                positive(number(row, 7)),
                LocalDate.ofEpochDay(whole(row, 8)),
                delisted == Instrument.NOT_DELISTED ? null : LocalDate.ofEpochDay(delisted));
    }

    private static @Nullable Double positive(double value) {
        return value > 0 ? value : null;
    }

    @Override
    public Mono<Page<PriceView>> prices(
            String instrumentId, LocalDate from, LocalDate to, @Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        long first = last.isEmpty()
                ? from.toEpochDay()
                : Math.max(from.toEpochDay(), Cursor.number(Objects.requireNonNull(cursor), last.get(0)) + 1);
        return sql.rows("""
                        SELECT TRADING_DAY, OPEN_PRICE, HIGH_PRICE, LOW_PRICE, CLOSE_PRICE, ADJUSTED_CLOSE, VOLUME
                        FROM PRICE_BAR WHERE INSTRUMENT_ID = ? AND TRADING_DAY >= ? AND TRADING_DAY <= ?
                        ORDER BY TRADING_DAY LIMIT ?""", instrumentId, first, to.toEpochDay(), limit + 1)
                .map(rows -> rows.stream()
                        .map(row -> new PriceView(
                                LocalDate.ofEpochDay(whole(row, 0)),
                                number(row, 1),
                                number(row, 2),
                                number(row, 3),
                                number(row, 4),
                                number(row, 5),
                                number(row, 6)))
                        .toList())
                .map(prices -> Page.of(
                        prices,
                        limit,
                        price -> Cursor.after(Long.toString(price.day().toEpochDay()))));
    }

    @Override
    public Mono<Page<PortfolioRow>> portfolios(PortfolioQuery query) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (query.bookId() != null) {
            where.append(" AND BOOK_ID = ?");
            arguments.add(query.bookId());
        }
        if (query.search() != null && !query.search().isBlank()) {
            where.append(" AND (LOWER(NAME) LIKE ? OR LOWER(PORTFOLIO_ID) LIKE ? OR LOWER(OWNER) LIKE ?)");
            String pattern = GridSql.containing(query.search());
            arguments.addAll(List.of(pattern, pattern, pattern));
        }
        List<String> last = Cursor.parse(query.cursor(), 3);
        if (!last.isEmpty()) {
            where.append(" AND BOOK_ID >= ? AND (BOOK_ID > ? OR NAME > ? OR (NAME = ? AND PORTFOLIO_ID > ?))");
            arguments.addAll(List.of(last.get(0), last.get(0), last.get(1), last.get(1), last.get(2)));
        }
        arguments.add(query.limit() + 1);
        // By the columns of the index, key included, so that a page of 100,000 portfolios is read from it in order.
        return sql.rows(PORTFOLIOS + where + " ORDER BY BOOK_ID, NAME, _KEY LIMIT ?", arguments.toArray())
                .map(rows -> rows.stream()
                        .map(row -> new PortfolioRow(
                                text(row, 0),
                                text(row, 1),
                                text(row, 2),
                                text(row, 3),
                                text(row, 4),
                                text(row, 5),
                                number(row, 6)))
                        .toList())
                .map(found -> Page.of(
                        found,
                        query.limit(),
                        portfolio -> Cursor.after(portfolio.bookId(), portfolio.name(), portfolio.id())));
    }

    @Override
    public Mono<PortfolioReport> portfolio(String portfolioId) {
        return grid.task(TaskNames.PORTFOLIO_REPORT, portfolioId);
    }

    @Override
    public Mono<IntakeReport> take(PriceTickBatch batch) {
        return grid.task(TaskNames.PRICE_TICKS, batch);
    }
}
