package io.nqba.node.energy;

import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an embedded grid its energy data at the start: two generated districts over the past 60 days. A grid that comes
 * back later gets the days it missed, so that "today" is always there. Acts on the oldest node only.
 */
public final class EnergyDataModule implements NodeModule {
    static final int DEMO_DAYS = 60;
    static final List<DistrictRecipe> DEMO_DISTRICTS = List.of(
            DistrictRecipe.of("riverside", "Riverside", 24, 2022),
            DistrictRecipe.of("hillside", "Hillside", 120, 2023));

    private static final Logger LOG = LoggerFactory.getLogger(EnergyDataModule.class);

    private final Clock clock;

    /** For the service loader. */
    public EnergyDataModule() {
        this(Clock.systemUTC());
    }

    EnergyDataModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void start(NodeContext context) {
        if (!context.makesDemoData() || !isOldest(context.ignite())) {
            return;
        }
        DEMO_DISTRICTS.forEach(recipe -> loadDemo(context.ignite(), recipe));
    }

    private void loadDemo(Ignite ignite, DistrictRecipe recipe) {
        GeneratedWindow window = GeneratedWindow.endingToday(clock, recipe.zone(), DEMO_DAYS);
        Instant from = firstMissing(ignite, recipe, window);
        if (!from.isBefore(window.readingsEnd())) {
            return;
        }
        LoadSummary summary = GeneratedLoad.silently(ignite).load(recipe, window.startingAt(from));
        new DerivedRows(ignite).refresh(recipe.districtId(), from, window.readingsEnd());
        LOG.info("Demo district loaded. district={} rows={}", recipe.districtId(), summary.readings());
    }

    /** Searches backwards by day: a grid that was down for a week misses that week. */
    private static Instant firstMissing(Ignite ignite, DistrictRecipe recipe, GeneratedWindow window) {
        if (!ignite.cache(CacheNames.DISTRICT).containsKey(recipe.districtId())) {
            return window.start();
        }
        String siteId = new DistrictGenerator(recipe).siteId(recipe.sites() - 1);
        Instant missing = window.readingsEnd();
        while (missing.isAfter(window.start())) {
            long lastHour = missing.minusSeconds(3600).toEpochMilli();
            if (ignite.cache(CacheNames.METER_READING).containsKey(new MeterReadingKey(siteId, lastHour))) {
                return missing;
            }
            missing = missing.minusSeconds(3600);
        }
        return missing;
    }

    private static boolean isOldest(Ignite ignite) {
        ClusterNode oldest = ignite.cluster().forServers().forOldest().node();
        return oldest != null && oldest.isLocal();
    }
}
