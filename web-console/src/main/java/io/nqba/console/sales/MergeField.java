package io.nqba.console.sales;

import io.nqba.privacy.PersonalVault;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * One field of rows that are merged.
 *
 * @param name its name in REST
 * @param label what people call it
 * @param text what a row has there; empty when it is not known
 * @param copy puts what a row has there into the merged row
 */
record MergeField<V, B>(String name, String label, BiFunction<V, Reader, String> text, BiConsumer<B, V> copy) {
    /**
     * Who reads a row.
     *
     * @param vault opens persons
     * @param clear whether persons are seen
     */
    record Reader(PersonalVault vault, boolean clear) {}
}
