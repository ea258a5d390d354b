package io.nqba.node.energy;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code schema.json} of a CityLearn set says about its homes.
 *
 * @param directory where the files lie
 * @param intervalMinutes length of a row, minutes
 * @param buildings homes that take part, in file order
 */
record CityLearnSchema(Path directory, int intervalMinutes, List<Building> buildings) {
    static final String FILE = "schema.json";

    /**
     * One home.
     *
     * @param name name in the set, such as {@code Building_1}
     * @param readings file of load and PV
     * @param pricing file of prices
     * @param carbon file of carbon intensities
     * @param solarKw PV installed, kW; the readings hold W per kW
     * @param capacityKwh capacity of the battery, kWh; 0 without one
     * @param powerKw power of the battery, kW
     * @param roundTripEfficiency energy out over energy in, 0..1
     */
    record Building(
            String name,
            String readings,
            String pricing,
            String carbon,
            double solarKw,
            double capacityKwh,
            double powerKw,
            double roundTripEfficiency) {}

    CityLearnSchema {
        buildings = List.copyOf(buildings);
    }

    /** @throws NqbaException when the directory has no such set */
    static CityLearnSchema read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isReadable(file)) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "The directory (%s) has no readable %s.".formatted(directory, FILE),
                    "Name the directory of a CityLearn set, which has schema.json beside its CSV files.");
        }
        try {
            return parse(directory, JsonMapper.shared().readTree(file));
        } catch (JacksonException e) {
            throw invalid(file, "it is no JSON");
        }
    }

    private static CityLearnSchema parse(Path directory, JsonNode schema) {
        List<Building> buildings = new ArrayList<>();
        schema.path("buildings").properties().forEach(entry -> {
            if (entry.getValue().path("include").asBoolean(true)) {
                buildings.add(building(directory, entry.getKey(), entry.getValue()));
            }
        });
        int seconds = schema.path("seconds_per_time_step").asInt(3600);
        if (buildings.isEmpty() || seconds < 60 || seconds % 60 != 0) {
            throw invalid(
                    directory.resolve(FILE),
                    "it has %d buildings and steps of %d s".formatted(buildings.size(), seconds));
        }
        return new CityLearnSchema(directory, seconds / 60, buildings);
    }

    private static Building building(Path directory, String name, JsonNode node) {
        JsonNode battery = node.path("electrical_storage").path("attributes");
        double efficiency = battery.path("efficiency").asDouble(1);
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw invalid(directory.resolve(FILE), "%s has efficiency %s".formatted(name, efficiency));
        }
        return new Building(
                name,
                node.path("energy_simulation").asString(name + ".csv"),
                node.path("pricing").asString("pricing.csv"),
                node.path("carbon_intensity").asString("carbon_intensity.csv"),
                node.path("pv").path("attributes").path("nominal_power").asDouble(0),
                battery.path("capacity").asDouble(0),
                battery.path("nominal_power").asDouble(0),
                efficiency);
    }

    private static NqbaException invalid(Path file, String reason) {
        return new NqbaException(
                ErrorCode.INVALID_DATA,
                "The file (%s) does not describe a CityLearn set: %s.".formatted(file, reason),
                "Use the schema.json that came with the set.");
    }
}
