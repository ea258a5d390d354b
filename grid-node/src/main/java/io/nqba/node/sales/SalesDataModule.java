package io.nqba.node.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.sales.scoring.DemoModels;
import io.nqba.node.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an embedded grid a book of sales at the first start: leads with a timeline, accounts, deals, agents, and models that score the
 * leads. What was changed meanwhile stays. Acts on the oldest node only. This is the one place where a node's process reads the keys to personal data: it is the
 * console's process as well.
 */
public final class SalesDataModule implements NodeModule {
    private static final Logger LOG = LoggerFactory.getLogger(SalesDataModule.class);

    private final Clock clock;
    private final DemoModels models = new DemoModels(SalesRecipe.DEMO);

    /** For the service loader. */
    public SalesDataModule() {
        this(Clock.systemUTC());
    }

    SalesDataModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int order() {
        return 220;
    }

    @Override
    public void start(NodeContext context) {
        Ignite ignite = context.ignite();
        if (context.makesDemoData()
                && isOldest(ignite)
                && load(ignite, SalesKeys.directory(context.settings()))
                && context.settings().flag(Setting.DEMO_MODELS)) {
            models.start(ignite);
        }
    }

    @Override
    public void stop() {
        models.stop();
    }

    /** Returns whether there was no book yet. */
    boolean load(Ignite ignite, Path keys) {
        SalesRecipe recipe = SalesRecipe.demo(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        if (ignite.cache(CacheNames.LEAD_SCHEMA).containsKey(recipe.prefix())) {
            return false;
        }
        long began = System.nanoTime();
        new GeneratedSales(ignite, SalesKeys.open(ignite, keys), ProgressLine.silent()).load(recipe);
        new DemoEngagement(ignite, clock.millis()).store();
        LOG.info(
                "Demo book of sales ready. leads={} deals={} millis={}",
                recipe.leads(),
                recipe.deals(),
                (System.nanoTime() - began) / 1_000_000);
        return true;
    }

    private static boolean isOldest(Ignite ignite) {
        ClusterNode oldest = ignite.cluster().forServers().forOldest().node();
        return oldest != null && oldest.isLocal();
    }
}
