package io.nqba.compute.finance.book;

import io.nqba.model.finance.PriceTickRow;
import java.util.List;
import org.apache.ignite.Ignite;

/**
 * Somebody who waits for prices, such as orders. To add one: implement this with a public no-argument constructor and name
 * the class in {@code META-INF/services/io.nqba.compute.finance.book.PriceTickListener}. A batch that comes again reaches
 * nobody a second time.
 */
public interface PriceTickListener {
    /**
     * Called once a batch is stored.
     *
     * @param ticks the good rows, in the order of time
     */
    void onPrices(Ignite ignite, List<PriceTickRow> ticks);
}
