package io.nqba.node.finance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Closes of instruments by day while a file is read. Days may come in any order between instruments. */
final class PriceTable {
    private final LinkedHashMap<String, TreeMap<Long, Double>> closes = new LinkedHashMap<>();

    /** Makes room for an instrument, also when it never gets a price. */
    void begin(String instrumentId) {
        closes.computeIfAbsent(instrumentId, id -> new TreeMap<>());
    }

    void put(String instrumentId, long day, double close) {
        closes.computeIfAbsent(instrumentId, id -> new TreeMap<>()).put(day, close);
    }

    /** Returns the last day of an instrument so far; null when it has no price yet. */
    @Nullable
    Long lastDay(String instrumentId) {
        TreeMap<Long, Double> series = closes.get(instrumentId);
        return series == null || series.isEmpty() ? null : series.lastKey();
    }

    /** Returns the price at the last day of an instrument; null when it has no price yet. */
    @Nullable
    Double lastClose(String instrumentId) {
        TreeMap<Long, Double> series = closes.get(instrumentId);
        return series == null || series.isEmpty() ? null : series.lastEntry().getValue();
    }

    List<String> instrumentIds() {
        return closes.entrySet().stream()
                .filter(series -> !series.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns every day on which some instrument has a price, ascending. */
    long[] days() {
        return closes.values().stream()
                .flatMap(series -> series.keySet().stream())
                .mapToLong(Long::longValue)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Returns the closes, shape {@code [instruments with prices][days]}, not a number for a gap. */
    double[][] matrix(long[] days) {
        List<double[]> rows = new ArrayList<>();
        for (TreeMap<Long, Double> series : closes.values()) {
            if (!series.isEmpty()) {
                double[] row = new double[days.length];
                Arrays.fill(row, Double.NaN);
                series.forEach((day, close) -> row[Arrays.binarySearch(days, day)] = close);
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** Returns the first day of an instrument; 0 when it has none. */
    long firstDay(String instrumentId) {
        TreeMap<Long, Double> series = closes.get(instrumentId);
        return series == null || series.isEmpty() ? 0 : series.firstKey();
    }

    int prices() {
        return closes.values().stream().mapToInt(Map::size).sum();
    }
}
