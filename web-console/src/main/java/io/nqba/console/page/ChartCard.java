package io.nqba.console.page;

import java.util.List;

/**
 * A chart with the question it answers, its data and where to download them. The browser draws it; without script the
 * reader has the answer and the CSV.
 *
 * @param id unique on the page; part of the URL state
 * @param title the question or the subject
 * @param answer one sentence that says what the picture shows
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis with its unit in parentheses
 * @param y2Title title of the right axis with its unit; empty when there is none
 * @param timeZone IANA zone when x is time in epoch milliseconds; empty when x is a plain number
 * @param x horizontal positions
 * @param series at most five
 * @param marks highlighted levels and moments
 * @param csvHref where the same data are as CSV; empty when the browser makes the CSV itself
 * @param scale where the left axis starts
 */
@SuppressWarnings("ArrayRecordComponent") // Written once as JSON; never compared or shared.
public record ChartCard(
        String id,
        String title,
        String answer,
        String xTitle,
        String yTitle,
        String y2Title,
        String timeZone,
        double[] x,
        List<Series> series,
        List<Mark> marks,
        String csvHref,
        Scale scale) {
    public ChartCard {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** Where the left axis starts. */
    public enum Scale {
        /** At zero: bars and areas compare by length. */
        ZERO,
        /** Where the figures are: small differences of large figures. */
        FIT,
        /** Powers of ten: what shrinks by factors. */
        LOG
    }

    /** How a series is drawn. */
    public enum Kind {
        LINE,
        STEP,
        AREA,
        BAR,
        /** A mark at each value, without a line. */
        POINT
    }

    /**
     * One series.
     *
     * @param name direct label
     * @param unit unit of its values, for the table and the hover text
     * @param colour name of the colour token, such as {@code after}
     * @param kind how it is drawn
     * @param dashed a second carrier of meaning beside the colour
     * @param right whether it belongs to the right axis
     * @param values one per position; NaN where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    public record Series(
            String name, String unit, String colour, Kind kind, boolean dashed, boolean right, double[] values) {}

    /**
     * A highlighted level of the left axis.
     *
     * @param label what it is
     * @param y where it is
     * @param colour name of the colour token
     */
    public record Mark(String label, double y, String colour) {}

    /** Returns whether there is anything to draw, now or as points arrive. */
    public boolean drawable() {
        return !series.isEmpty();
    }

    /** Returns what the browser draws, safe inside a page. */
    public String json() {
        return ChartJson.of(this);
    }
}
