package io.nqba.node.energy;

import io.nqba.intake.CsvSource;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.energy.CityLearnSchema.Building;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Readings of one CityLearn home. Rows have no date, but an hour of day (1 to 24, where 24 is the hour from midnight): it
 * shows where rows are missing or doubled, so that a hole does not move what follows.
 */
final class CityLearnHome {
    private static final List<String> COLUMNS = List.of("hour", "non_shiftable_load", "solar_generation");
    private static final int HOURS = 24;

    private final CityLearnSchema schema;
    private final Building building;
    private final String siteId;
    private final ReadingCheck check;
    private long nextRow;
    private long stored;

    CityLearnHome(CityLearnSchema schema, Building building, String siteId, BadRows badRows) {
        this.schema = schema;
        this.building = building;
        this.siteId = siteId;
        this.check = new ReadingCheck(schema.directory().resolve(building.readings()), badRows);
    }

    /** Returns the readings sent. */
    long addReadings(RowStreams streams, ProgressLine progress) {
        new CsvSource(check.file(), COLUMNS)
                .forEach(check.badRows(), progress::advance, (line, fields) -> add(line, fields, streams));
        return stored;
    }

    private void add(long line, List<String> fields, RowStreams streams) {
        if (!place(line, fields.get(0))) {
            return;
        }
        long row = nextRow++;
        OptionalDouble load = check.notNegative(line, "non_shiftable_load", fields.get(1));
        OptionalDouble wattsPerKw = load.isEmpty() ? load : check.notNegative(line, "solar_generation", fields.get(2));
        if (load.isPresent() && wattsPerKw.isPresent()) {
            double solarKwh = wattsPerKw.getAsDouble() * building.solarKw() / 1000;
            streams.add(
                    CacheNames.METER_READING,
                    new MeterReadingKey(
                            siteId, CityLearnImport.start(schema, row).toEpochMilli()),
                    new MeterReading(load.getAsDouble(), solarKwh));
            stored++;
        }
    }

    /** Moves on to the row that the hour of day names. Returns false when the line is to be left out. */
    private boolean place(long line, String text) {
        OptionalDouble hour = check.notNegative(line, "hour", text);
        if (hour.isEmpty()) {
            nextRow++;
            return false;
        }
        int rowsPerHour = Math.max(1, 60 / schema.intervalMinutes());
        if (rowsPerHour > 1) {
            return true;
        }
        int ahead = Math.floorMod((int) hour.getAsDouble() - (int) (nextRow % HOURS), HOURS);
        if (ahead == HOURS - 1 && nextRow > 0) {
            check.refuse(line, "hour", text, "The line before has this hour already.", "Keep one of the two lines.");
            return false;
        }
        if (ahead > 0) {
            check.gap(
                    line,
                    CityLearnImport.start(schema, nextRow),
                    CityLearnImport.start(schema, nextRow + ahead),
                    ahead);
            nextRow += ahead;
        }
        return true;
    }
}
