package io.nqba.console.sales.imports;

import io.nqba.intake.RowTarget;
import io.nqba.model.sales.ImportReport;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Files on their way in, and what became of them. Nothing here blocks, but what is handed to {@link #work} may. */
public interface ImportGateway {
    /** What blocking work on an import has. */
    interface Rows extends RowTarget {
        /** Returns a piece of the file as it was stored. */
        byte[] piece(String importId, int number);

        /** Stores how far the import has come. */
        void report(ImportReport report);
    }

    Mono<Void> putPiece(String importId, int number, byte[] sealed);

    Mono<Void> removePieces(String importId, int pieces);

    Mono<Void> put(ImportReport report);

    /** Stores a report if the one that is there is still {@code before}; returns whether it did. */
    Mono<Boolean> replace(ImportReport before, ImportReport next);

    /** Completes empty when there is none. */
    Mono<ImportReport> find(String importId);

    /** Returns the newest ones. */
    Mono<List<ImportReport>> newest(int count);

    /**
     * Runs blocking work away from the event loops, however long it takes.
     *
     * @param dry whether rows are dropped instead of stored
     */
    <T> Mono<T> work(boolean dry, Function<Rows, T> work);
}
