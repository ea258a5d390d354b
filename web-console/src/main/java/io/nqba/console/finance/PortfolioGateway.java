package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioReport;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.grid.IntakeReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about markets and portfolios. Nothing here blocks. When the grid does not answer,
 * each call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface PortfolioGateway {
    /** Returns all books by name; empty before any data is loaded. */
    Mono<List<BookView>> books();

    /** Returns what a book is worth and was worth. Fails when there is no such book or no price in the range. */
    Mono<BookReport> report(BookQuery query);

    /** Returns all universes by id. */
    Mono<List<UniverseView>> universes();

    /** Lists instruments by id. */
    Mono<Page<InstrumentView>> instruments(InstrumentQuery query);

    /** Completes empty when the instrument is unknown. */
    Mono<InstrumentView> instrument(String instrumentId);

    /**
     * Lists prices of an instrument, oldest first.
     *
     * @param from first day, inclusive
     * @param to last day, inclusive
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<PriceView>> prices(String instrumentId, LocalDate from, LocalDate to, @Nullable String cursor, int limit);

    /** Lists portfolios by name. */
    Mono<Page<PortfolioRow>> portfolios(PortfolioQuery query);

    /** Returns a portfolio with its positions. Fails with {@code NOT_FOUND}. */
    Mono<PortfolioReport> portfolio(String portfolioId);

    /** Stores the good prices of a batch and reports the others one by one. Sending a batch again changes nothing. */
    Mono<IntakeReport> take(PriceTickBatch batch);
}
