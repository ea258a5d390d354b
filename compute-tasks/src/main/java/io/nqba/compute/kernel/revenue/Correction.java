package io.nqba.compute.kernel.revenue;

/**
 * What forecasts are multiplied by so that they no longer miss as the earlier ones did: money that came per money forecast, as if one more
 * forecast of the usual size had been right. It answers what no hazard tells, such as open deals that pile up because nobody closes
 * them in the book. For one thread.
 */
public final class Correction {
    private double came;
    private double forecast;
    private int times;

    /** Adds a forecast of which it is known by now what came. */
    public void add(double actual, double value) {
        came += actual;
        forecast += value;
        times++;
    }

    /** Returns the factor; 1 before anything is known. */
    public double value() {
        double usual = forecast / Math.max(1, times);
        return usual > 0 ? (came + usual) / (forecast + usual) : 1;
    }
}
