package io.nqba.compute.kernel.revenue;

/**
 * A figure and where it may lie.
 *
 * @param value the figure; not a number where there is none
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    /** Nothing is known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);
}
