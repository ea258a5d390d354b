package io.nqba.node.energy;

import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a grid its energy data at the start: the data set it was told of or, where the node is embedded, three generated
 * districts over the past 60 days. A grid that comes back later gets the days it missed, so that yesterday is always measured and today is always forecast.
 * Acts on the oldest node only.
 */
public final class EnergyDataModule implements NodeModule {
    static final int DEMO_DAYS = 60;
    static final List<DistrictRecipe> DEMO_DISTRICTS = List.of(
            DistrictRecipe.of("riverside", "Riverside", 24, 2022),
            DistrictRecipe.of("hillside", "Hillside", 120, 2023),
            DistrictRecipe.of("lakeside", "Lakeside", 16, 2024).withFlexibleDevices());

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
        if (!isOldest(context.ignite())) {
            return;
        }
        Optional<Path> data = context.dataDirectory();
        if (data.isPresent()) {
            loadSet(context, data.get());
        } else if (context.makesDemoData()) {
            DEMO_DISTRICTS.forEach(recipe -> loadDemo(context.ignite(), recipe));
        }
    }

    private static void loadSet(NodeContext context, Path data) {
        if (context.ignite().cache(CacheNames.DISTRICT).containsKey(CityLearnImport.DISTRICT_ID)) {
            return;
        }
        Path report = Path.of(context.settings().text(Setting.WORK)).resolve("load-report.csv");
        try (BadRows badRows = new BadRows(report)) {
            LoadSummary summary = new CityLearnImport(context.ignite(), ProgressLine.silent(), false)
                    .load(directoryOfSet(data), badRows);
            LOG.info(
                    "Data set loaded. directory={} readings={} refused={} gaps={}",
                    data,
                    summary.readings(),
                    summary.refused(),
                    summary.gaps());
        }
    }

    /** The directory of data sets may be that of the set itself. */
    private static Path directoryOfSet(Path data) {
        for (String place : List.of("", "citylearn_2022", "flyfox/citylearn_2022")) {
            if (Files.isReadable(data.resolve(place).resolve(CityLearnSchema.FILE))) {
                return data.resolve(place);
            }
        }
        throw new NqbaException(
                ErrorCode.DATA_SET_NOT_FOUND,
                "The data directory (%s) has no CityLearn set.".formatted(data),
                "Name a directory that holds schema.json or flyfox/citylearn_2022, or leave the option out.");
    }

    private void loadDemo(Ignite ignite, DistrictRecipe recipe) {
        GeneratedWindow window = GeneratedWindow.untilToday(clock, recipe.zone(), DEMO_DAYS);
        Instant from = firstMissing(ignite, recipe, window);
        if (!from.isBefore(window.readingsEnd())) {
            return;
        }
        LoadSummary summary = GeneratedLoad.silently(ignite).load(recipe, window.startingAt(from));
        new DerivedRows(ignite).refresh(recipe.districtId(), from, window.readingsEnd(), window.readingsEnd());
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
