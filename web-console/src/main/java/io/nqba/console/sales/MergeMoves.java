package io.nqba.console.sales;

import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What changes when rows are merged: each row once, however many reasons there are to change it. */
final class MergeMoves {
    private record Place(String cache, Object key) {}

    private final Map<Place, RowChange> changes = new LinkedHashMap<>();
    private final List<RowGuard> guards = new ArrayList<>();
    private final List<Supplier<Mono<?>>> afterwards = new ArrayList<>();

    /** Sets what a row is to be. */
    void set(String cache, Object key, @Nullable Object expected, @Nullable Object next) {
        changes.put(new Place(cache, key), new RowChange(cache, key, expected, next));
    }

    /** Changes a row that stays, on top of what changes it already. */
    <V> void change(SalesTable<?, V> table, Object key, V row, UnaryOperator<V> with) {
        RowChange before = changes.get(new Place(table.cache(), key));
        if (before == null) {
            set(table.cache(), key, row, with.apply(row));
            return;
        }
        @SuppressWarnings("unchecked") // The rows of a table are of its type.
        V next = (V) before.next();
        if (next != null) {
            set(table.cache(), key, before.expected(), with.apply(next));
        }
    }

    void guard(String cache, String column, String value, long most) {
        guards.add(new RowGuard(cache, column, value, most));
    }

    /** Adds what is no part of the transaction, because its cache takes part in none. */
    void afterwards(Supplier<Mono<?>> step) {
        afterwards.add(step);
    }

    Mono<Void> finish() {
        return Flux.fromIterable(afterwards).concatMap(Supplier::get).then();
    }

    List<RowChange> changes() {
        return List.copyOf(changes.values());
    }

    List<RowGuard> guards() {
        return guards;
    }
}
