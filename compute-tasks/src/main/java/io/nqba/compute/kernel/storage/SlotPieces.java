package io.nqba.compute.kernel.storage;

/**
 * The cost of one slot as a convex piecewise linear function of the change of charge, refilled slot by slot.
 *
 * <p>Going from full discharge to full charge, the site's net draw rises from {@code net − discharge} to {@code net + charge} and
 * meets at most three kinks (export limit, zero, import limit) besides the idle point, where efficiency and wear change sides. So
 * there are at most five pieces. Where they are not sorted by slope (a price at which burning energy would pay) neighbours are
 * pooled, which gives the lower convex hull.
 */
final class SlotPieces {
    static final int MOST = 5;

    /** Widths in kWh of state of charge, from full discharge to full charge. */
    final double[] width = new double[MOST];
    /** Cost per kWh of state of charge, coordination price included, ascending. */
    final double[] slope = new double[MOST];
    /** Net draw per kWh of state of charge. */
    final double[] usage = new double[MOST];

    int count;
    /** Cost at full discharge, coordination price and penalties included. */
    double startCost;
    /** Net draw at full discharge, kWh. */
    double startNet;
    /** Whether pieces were pooled: the pieces are then below the physical cost. */
    boolean pooled;

    private double minusExportLimit;
    private double importLimit;
    private double importPrice;
    private double exportPrice;
    private double violationPrice;

    /** Fills the pieces with slot {@code t} at a coordination price per kWh of net draw. */
    void fill(SiteProblem site, int t, double price) {
        Battery battery = site.battery();
        double net = site.netLoadKwh()[t];
        double discharge = battery.mostTakenKwh() > 0 ? battery.dischargeKwh() : 0;
        double charge = battery.mostStoredKwh() > 0 ? battery.chargeKwh() : 0;
        double wear = battery.wearPerKwh();
        minusExportLimit = -site.exportLimitKwh();
        importLimit = site.importLimitKwh();
        importPrice = site.importPrice()[t];
        exportPrice = site.exportPrice()[t];
        violationPrice = site.violationPrice();
        count = 0;
        pooled = false;
        startNet = net - discharge;
        startCost = SlotCost.of(site, t, startNet, discharge)
                + violationPrice * SlotCost.beyondLimits(site, startNet)
                + price * startNet;
        if (discharge > 0) {
            addRange(net - discharge, net, battery.dischargeEfficiency(), price - wear);
        }
        if (charge > 0) {
            addRange(net, net + charge, 1 / battery.chargeEfficiency(), price + wear);
        }
    }

    private void addRange(double fromNet, double toNet, double netPerStored, double extraPrice) {
        double at = fromNet;
        while (at < toNet) {
            double end;
            double marginal;
            if (at < minusExportLimit) {
                end = minusExportLimit;
                marginal = exportPrice - violationPrice;
            } else if (at < 0) {
                end = 0;
                marginal = exportPrice;
            } else if (at < importLimit) {
                end = importLimit;
                marginal = importPrice;
            } else {
                end = Double.POSITIVE_INFINITY;
                marginal = importPrice + violationPrice;
            }
            end = Math.min(end, toNet);
            add((end - at) / netPerStored, (marginal + extraPrice) * netPerStored, netPerStored);
            at = end;
        }
    }

    private void add(double newWidth, double newSlope, double newUsage) {
        double w = newWidth;
        double a = newSlope;
        double m = newUsage;
        while (count > 0 && slope[count - 1] > a) {
            count--;
            double both = width[count] + w;
            a = (slope[count] * width[count] + a * w) / both;
            m = (usage[count] * width[count] + m * w) / both;
            w = both;
            pooled = true;
        }
        width[count] = w;
        slope[count] = a;
        usage[count] = m;
        count++;
    }
}
