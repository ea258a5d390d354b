package io.nqba.compute.finance.market;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.finance.MarketQuery;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.grid.CacheNames;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;

/**
 * The state of a market. Made on one node from the prices that every node holds; volumes are looked at by the nodes that hold them.
 * A node keeps the latest report of each universe until its prices change.
 */
public final class MarketReportTask extends OwnerTask<MarketQuery, MarketReport> {
    private static final long serialVersionUID = 1L;
    private static final String SHELF = "nqba.finance.marketReports";

    @Override
    protected String cacheName() {
        return CacheNames.UNIVERSE;
    }

    @Override
    protected Object key(MarketQuery query) {
        return query.universeId();
    }

    @Override
    protected MarketReport work(Ignite here, MarketQuery query) {
        PriceHistory history = PriceHistory.of(here, query.universeId());
        ConcurrentMap<String, ConcurrentMap<String, MarketReport>> local =
                here.cluster().nodeLocalMap();
        ConcurrentMap<String, MarketReport> shelf = local.computeIfAbsent(SHELF, key -> new ConcurrentHashMap<>());
        MarketReport known = shelf.get(query.universeId());
        if (known != null && known.revision() == history.universe().revision()) {
            return known;
        }
        MarketReport made = new MarketView(history, VolumeScan.of(here, history)).report();
        shelf.put(query.universeId(), made);
        return made;
    }
}
