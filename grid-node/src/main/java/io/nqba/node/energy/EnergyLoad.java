package io.nqba.node.energy;

import io.nqba.node.load.UnitLoad;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the loader does for the energy unit: a real district, a generated one, or readings of one that is there. */
@Command(
        name = "load",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Loads energy data into a running grid and says how fast it went.",
        footer = {
            "",
            "Bad rows are left out and listed one by one in the report; the rest is loaded. Rows that are in the",
            "grid already stay as they are, unless --replace is given, so a load may simply be run again."
        })
public final class EnergyLoad implements UnitLoad {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "60",
            description = "Days to generate, the last one being yesterday. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the generated district; equal seeds give equal districts. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--district",
            paramLabel = "ID",
            defaultValue = "generated",
            description = "Id of the generated district. Default: ${DEFAULT-VALUE}")
    private String districtId = "generated";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Los_Angeles",
            description = "Time zone of the generated district. Default: ${DEFAULT-VALUE}")
    private String zone = DistrictRecipe.DEFAULT_ZONE.getId();

    @Option(
            names = "--devices",
            description = "Give some of the generated homes cars and appliances that a schedule may shift.")
    private boolean devices;

    @Option(names = "--replace", description = "Let loaded rows replace those in the grid.")
    private boolean replace;

    /** What to load: exactly one of these. */
    static final class Source {
        @Option(
                names = "--citylearn",
                paramLabel = "DIR",
                description = "A CityLearn set: the directory of schema.json.")
        private @Nullable Path cityLearn;

        @Option(names = "--generate", paramLabel = "N", description = "A generated district of N homes.")
        private @Nullable Integer sites;

        @Option(
                names = "--readings",
                paramLabel = "FILE",
                description = "Readings of existing sites: CSV with the columns siteId,start,loadKwh,solarKwh.")
        private @Nullable Path readings;
    }

    @Override
    public String unit() {
        return "energy";
    }

    @Override
    public String summary() {
        return "Homes, meters and tariffs of the energy unit";
    }

    @Override
    public Load load() {
        Path cityLearn = source.cityLearn;
        Path readings = source.readings;
        if (cityLearn != null) {
            return (ignite, progress, badRows) ->
                    new CityLearnImport(ignite, progress, replace).load(cityLearn, badRows);
        }
        if (readings != null) {
            return (ignite, progress, badRows) -> new ReadingsImport(ignite, progress, replace).load(readings, badRows);
        }
        if (source.sites != null) {
            return generated(recipe(source.sites));
        }
        throw new IllegalStateException("No source was given.");
    }

    private Load generated(DistrictRecipe recipe) {
        GeneratedWindow window = GeneratedWindow.untilToday(Clock.systemUTC(), recipe.zone(), days);
        return (ignite, progress, badRows) -> {
            new GeneratedLoad(ignite, progress).load(recipe, window);
            new DerivedRows(ignite)
                    .refresh(recipe.districtId(), window.start(), window.readingsEnd(), window.readingsEnd());
        };
    }

    private DistrictRecipe recipe(int sites) {
        String name = districtId.isEmpty()
                ? districtId
                : Character.toUpperCase(districtId.charAt(0)) + districtId.substring(1);
        DistrictRecipe recipe = DistrictRecipe.of(districtId, name, sites, seed).in(zone);
        return devices ? recipe.withFlexibleDevices() : recipe;
    }
}
