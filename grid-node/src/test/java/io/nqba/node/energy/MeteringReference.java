package io.nqba.node.energy;

import io.nqba.model.energy.MeterReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The slow and obvious way to the figures of a consumption report: every reading of every home in one list. */
final class MeteringReference {
    /** One reading with all that counts about it. */
    record Row(int site, Instant start, double load, double solar, double price, double exportPrice, double carbon) {
        double imported() {
            return Math.max(0, load - solar);
        }

        double exported() {
            return Math.max(0, solar - load);
        }

        double cost() {
            return imported() * price - exported() * exportPrice;
        }
    }

    private final ZoneId zone;
    private final List<Row> rows;

    MeteringReference(DistrictGenerator generator, Instant start, Instant end) {
        zone = generator.recipe().zone();
        rows = new ArrayList<>();
        for (int site = 0; site < generator.recipe().sites(); site++) {
            Function<Instant, MeterReading> meter = generator.meter(site);
            for (Instant hour = start; hour.isBefore(end); hour = hour.plusSeconds(3600)) {
                MeterReading reading = meter.apply(hour);
                rows.add(new Row(
                        site,
                        hour,
                        reading.loadKwh(),
                        reading.solarKwh(),
                        generator.price(hour).importPricePerKwh(),
                        generator.price(hour).exportPricePerKwh(),
                        generator.carbon(hour).kgPerKwh()));
            }
        }
    }

    private MeteringReference(ZoneId zone, List<Row> rows) {
        this.zone = zone;
        this.rows = rows;
    }

    private MeteringReference where(Predicate<Row> condition) {
        return new MeteringReference(zone, rows.stream().filter(condition).toList());
    }

    MeteringReference site(int site) {
        return where(row -> row.site() == site);
    }

    MeteringReference day(LocalDate day) {
        return where(row -> LocalDate.ofInstant(row.start(), zone).equals(day));
    }

    MeteringReference hour(int hourOfDay) {
        return where(row -> row.start().atZone(zone).getHour() == hourOfDay);
    }

    MeteringReference between(Instant start, Instant end) {
        return where(row -> !row.start().isBefore(start) && row.start().isBefore(end));
    }

    int size() {
        return rows.size();
    }

    double load() {
        return rows.stream().mapToDouble(Row::load).sum();
    }

    double solar() {
        return rows.stream().mapToDouble(Row::solar).sum();
    }

    double imported() {
        return rows.stream().mapToDouble(Row::imported).sum();
    }

    double exported() {
        return rows.stream().mapToDouble(Row::exported).sum();
    }

    double cost() {
        return rows.stream().mapToDouble(Row::cost).sum();
    }

    double emissions() {
        return rows.stream().mapToDouble(row -> row.imported() * row.carbon()).sum();
    }

    /** Returns net draw of all rows together, by time. */
    Map<Instant, Double> netByTime() {
        Map<Instant, Double> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.start(), row.load() - row.solar(), Double::sum));
        return sums;
    }

    double peak() {
        return Collections.max(netByTime().values());
    }

    double highestLoad() {
        Map<Instant, Double> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.start(), row.load(), Double::sum));
        return Collections.max(sums.values());
    }

    int times() {
        return netByTime().size();
    }

    /** Returns the loads of an hour of day on weekdays or at weekends, smallest first. */
    double[] sortedLoads(int hourOfDay, boolean weekend) {
        return hour(hourOfDay).where(row -> TimeOfUse.isWeekend(row.start().atZone(zone)) == weekend).rows.stream()
                .mapToDouble(Row::load)
                .sorted()
                .toArray();
    }
}
