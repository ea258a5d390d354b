package io.nqba.preview;

import io.nqba.console.finance.BookView;
import io.nqba.console.finance.InstrumentQuery;
import io.nqba.console.finance.InstrumentView;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.PortfolioQuery;
import io.nqba.console.finance.PortfolioRow;
import io.nqba.console.finance.PriceView;
import io.nqba.console.finance.UniverseView;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioReport;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.grid.IntakeReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A grid without books, so that the pages show their empty states. */
@Component
class InventedBook implements PortfolioGateway {
    @Override
    public Mono<List<BookView>> books() {
        return Mono.just(List.of());
    }

    @Override
    public Mono<BookReport> report(BookQuery query) {
        return Mono.error(none());
    }

    @Override
    public Mono<List<UniverseView>> universes() {
        return Mono.just(List.of());
    }

    @Override
    public Mono<Page<InstrumentView>> instruments(InstrumentQuery query) {
        return Mono.just(new Page<>(List.of(), null));
    }

    @Override
    public Mono<InstrumentView> instrument(String instrumentId) {
        return Mono.empty();
    }

    @Override
    public Mono<Page<PriceView>> prices(
            String instrumentId, LocalDate from, LocalDate to, @Nullable String cursor, int limit) {
        return Mono.just(new Page<>(List.of(), null));
    }

    @Override
    public Mono<Page<PortfolioRow>> portfolios(PortfolioQuery query) {
        return Mono.just(new Page<>(List.of(), null));
    }

    @Override
    public Mono<PortfolioReport> portfolio(String portfolioId) {
        return Mono.error(none());
    }

    @Override
    public Mono<IntakeReport> take(PriceTickBatch batch) {
        return Mono.error(none());
    }

    private static NqbaException none() {
        return new NqbaException(
                ErrorCode.NOT_FOUND, "The preview has no book.", "Start the console with scripts/run.sh.");
    }
}
