package io.nqba.console.page;

import io.nqba.console.page.ChartCard.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a chart for the browser, thinned to what a screen can show. */
final class ChartJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChartJson() {}

    static String of(ChartCard card) {
        int[] kept = Thinning.of(card.series(), card.x().length);
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("id", card.id());
        chart.put("title", card.title());
        chart.put("xTitle", card.xTitle());
        chart.put("yTitle", card.yTitle());
        chart.put("y2Title", card.y2Title());
        chart.put("timeZone", card.timeZone());
        chart.put("scale", card.scale().name().toLowerCase(Locale.ROOT));
        chart.put("x", values(card.x(), kept));
        chart.put(
                "series",
                card.series().stream().map(series -> series(series, kept)).toList());
        chart.put("marks", card.marks());
        // The text stands inside a script element: a "<" in a name must not end it.
        return MAPPER.writeValueAsString(chart).replace("<", "\\u003c");
    }

    private static Map<String, Object> series(Series series, int[] kept) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", series.name());
        written.put("unit", series.unit());
        written.put("colour", series.colour());
        written.put("kind", series.kind().name().toLowerCase(Locale.ROOT));
        written.put("dashed", series.dashed());
        written.put("right", series.right());
        written.put("values", values(series.values(), kept));
        return written;
    }

    private static List<@Nullable Double> values(double[] values, int[] kept) {
        List<@Nullable Double> written = new ArrayList<>(kept.length);
        for (int index : kept) {
            double value = values[index];
            written.add(Double.isFinite(value) ? (Double) rounded(value) : null);
        }
        return written;
    }

    /** Seven digits are far below a pixel and halve the size of the page. */
    private static double rounded(double value) {
        if (value == 0 || Math.abs(value) >= 1e7) {
            return value;
        }
        double scale = Math.pow(10, 6 - Math.floor(Math.log10(Math.abs(value))));
        return Math.rint(value * scale) / scale;
    }
}
