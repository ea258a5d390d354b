package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.SiteProblem;
import org.jspecify.annotations.Nullable;

/** What the net draw of a site costs per slot under a coordination price: convex, piecewise linear, penalties included. */
public final class SlotCosts {
    private final SiteProblem site;
    private final double @Nullable [] price;

    /** @param price coordination price per kWh of net draw, shape {@code [slots]}; null for none */
    public SlotCosts(SiteProblem site, double @Nullable [] price) {
        this.site = site;
        this.price = price;
    }

    /** Returns the cost of a net draw in a slot. */
    public double of(int slot, double netKwh) {
        double cost = site.gridCost(slot, netKwh);
        return price == null ? cost : cost + price[slot] * netKwh;
    }

    /** Returns the cost of a net draw per slot, summed. */
    double sum(double[] netKwh) {
        double sum = 0;
        for (int t = 0; t < netKwh.length; t++) {
            sum += of(t, netKwh[t]);
        }
        return sum;
    }

    /** Returns where the slope changes next above {@code netKwh}; infinite where it does no more. */
    double nextKink(double netKwh) {
        if (netKwh < -site.exportLimitKwh()) {
            return -site.exportLimitKwh();
        }
        if (netKwh < 0) {
            return 0;
        }
        return netKwh < site.importLimitKwh() ? site.importLimitKwh() : Double.POSITIVE_INFINITY;
    }
}
