package io.nqba.compute.kernel.storage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact optimal schedule of one battery by dynamic programming over convex piecewise linear functions. Reusable workspace for one
 * thread; nothing is allocated once it has grown to the size of the problem.
 *
 * <p>The cost-to-go is a function of the state of charge on [0, capacity], kept as its sorted slopes with their widths. One slot
 * backwards is an infimal convolution with the cost of the slot, which merges at most {@value SlotPieces#MOST} sorted slopes into the
 * list, followed by a cut back to [0, capacity] at both ends. Each change is logged; the forward pass undoes them one slot at a time,
 * so that memory stays O(slots) although each cost-to-go is needed again, and reads the best change of charge off the two lists.
 *
 * <p>Cost O(slots · pieces), where pieces, the length of the list, is about capacity over energy per slot. Same input, same bits.
 *
 * <p>Infimal convolution of convex piecewise linear functions as a merge of their slopes: R. T. Rockafellar, "Convex Analysis"
 * (1970), sections 5 and 16.
 */
public final class SiteSolver {
    private static final int INSERTED_LEFT = 0;
    private static final int INSERTED_RIGHT = 1;
    private static final int WIDENED = 2;
    private static final int POPPED_LEFT = 3;
    private static final int CUT_LEFT = 4;
    private static final int POPPED_RIGHT = 5;
    private static final int CUT_RIGHT = 6;
    private static final int KINDS = 8;

    private final SlotPieces pieces = new SlotPieces();

    private double[] slope = new double[256];
    private double[] width = new double[256];
    private int low;
    private int high;

    private int[] log = new int[1024];
    private double[] logSlope = new double[1024];
    private double[] logWidth = new double[1024];
    private int logged;
    private int[] logEnd = new int[0];
    private double[] path = new double[0];

    /**
     * Solves and returns the minimum of cost + penalised violation + Σ price · net draw. Where burning energy would pay, it is the
     * minimum over the convex hulls of the slots' costs, a lower bound of what is physically possible.
     *
     * @param price coordination price per kWh of net draw, shape {@code [slots]}; null for none
     */
    public double solve(SiteProblem site, double @Nullable [] price) {
        reserve(site.slots());
        startAtTheEnd(site);
        double mostStored = site.battery().mostStoredKwh();
        double mostTaken = site.battery().mostTakenKwh();
        for (int t = site.slots() - 1; t >= 0; t--) {
            pieces.fill(site, t, price == null ? 0 : price[t]);
            for (int k = pieces.count - 1; k >= 0; k--) {
                insert(-pieces.slope[k], pieces.width[k]);
            }
            cutLeft(mostStored);
            cutRight(mostTaken);
            logEnd[t] = logged;
        }
        return walkForward(site, price);
    }

    /** The schedule of the last solution. */
    public SiteSchedule schedule(SiteProblem site) {
        return SiteSchedule.alongPath(site, path);
    }

    /** State of charge at the end of each slot in the last solution, kWh; the first {@code slots} values of the workspace itself. */
    double[] path() {
        return path;
    }

    private void reserve(int slots) {
        if (path.length < slots) {
            path = new double[slots];
            logEnd = new int[slots];
        }
        logged = 0;
        low = slope.length / 2;
        high = low;
    }

    private void startAtTheEnd(SiteProblem site) {
        double shortOf = site.battery().finalMinKwh();
        double rest = site.battery().capacityKwh() - shortOf;
        if (shortOf > 0) {
            append(-site.violationPrice(), shortOf);
        }
        if (rest > 0) {
            append(0, rest);
        }
    }

    private void append(double newSlope, double newWidth) {
        slope[high] = newSlope;
        width[high++] = newWidth;
    }

    private void insert(double newSlope, double newWidth) {
        int at = position(newSlope);
        if (at < high && slope[at] == newSlope) {
            record(WIDENED, at, 0, width[at]);
            width[at] += newWidth;
            return;
        }
        if (low == 0 || high == slope.length) {
            at += recentre();
        }
        if (at - low < high - at) {
            System.arraycopy(slope, low, slope, low - 1, at - low);
            System.arraycopy(width, low, width, low - 1, at - low);
            low--;
            at--;
            record(INSERTED_LEFT, at, 0, 0);
        } else {
            System.arraycopy(slope, at, slope, at + 1, high - at);
            System.arraycopy(width, at, width, at + 1, high - at);
            high++;
            record(INSERTED_RIGHT, at, 0, 0);
        }
        slope[at] = newSlope;
        width[at] = newWidth;
    }

    /** Index of the first slope that is not below {@code wanted}. */
    private int position(double wanted) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (slope[middle] < wanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Moves the list into the middle of a larger array and returns by how much; log entries count from the middle. */
    private int recentre() {
        int size = high - low;
        double[] newSlope = new double[2 * slope.length];
        double[] newWidth = new double[2 * slope.length];
        int shift = newSlope.length / 2 - slope.length / 2;
        System.arraycopy(slope, low, newSlope, low + shift, size);
        System.arraycopy(width, low, newWidth, low + shift, size);
        slope = newSlope;
        width = newWidth;
        low += shift;
        high += shift;
        return shift;
    }

    private void cutLeft(double amount) {
        double rest = amount;
        while (rest > 0 && low < high) {
            if (width[low] > rest) {
                record(CUT_LEFT, low, 0, width[low]);
                width[low] -= rest;
                return;
            }
            rest -= width[low];
            record(POPPED_LEFT, low, slope[low], width[low]);
            low++;
        }
    }

    private void cutRight(double amount) {
        double rest = amount;
        while (rest > 0 && low < high) {
            int last = high - 1;
            if (width[last] > rest) {
                record(CUT_RIGHT, last, 0, width[last]);
                width[last] -= rest;
                return;
            }
            rest -= width[last];
            record(POPPED_RIGHT, last, slope[last], width[last]);
            high--;
        }
    }

    private void record(int kind, int at, double oldSlope, double oldWidth) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, 2 * logged);
            logSlope = Arrays.copyOf(logSlope, 2 * logged);
            logWidth = Arrays.copyOf(logWidth, 2 * logged);
        }
        log[logged] = (at - slope.length / 2) * KINDS + kind;
        logSlope[logged] = oldSlope;
        logWidth[logged++] = oldWidth;
    }

    /** Takes back everything that was logged after {@code mark}, last first, which restores the list bit by bit. */
    private void undoTo(int mark) {
        while (logged > mark) {
            logged--;
            int kind = log[logged] & (KINDS - 1);
            int at = (log[logged] >> 3) + slope.length / 2;
            switch (kind) {
                case INSERTED_LEFT -> {
                    System.arraycopy(slope, low, slope, low + 1, at - low);
                    System.arraycopy(width, low, width, low + 1, at - low);
                    low++;
                }
                case INSERTED_RIGHT -> {
                    System.arraycopy(slope, at + 1, slope, at, high - at - 1);
                    System.arraycopy(width, at + 1, width, at, high - at - 1);
                    high--;
                }
                case POPPED_LEFT -> {
                    low--;
                    slope[at] = logSlope[logged];
                    width[at] = logWidth[logged];
                }
                case POPPED_RIGHT -> {
                    high++;
                    slope[at] = logSlope[logged];
                    width[at] = logWidth[logged];
                }
                default -> width[at] = logWidth[logged];
            }
        }
    }

    private double walkForward(SiteProblem site, double @Nullable [] price) {
        int slots = site.slots();
        double soc = site.battery().initialKwh();
        double total = 0;
        for (int t = 0; t < slots; t++) {
            undoTo(t + 1 < slots ? logEnd[t + 1] : 0);
            double slotPrice = price == null ? 0 : price[t];
            pieces.fill(site, t, slotPrice);
            double next = bestNext(site.battery(), soc);
            total += pieces.pooled ? hullCost : physicalCost(site, t, slotPrice, next - soc);
            path[t] = next;
            soc = next;
        }
        return total + site.violationPrice() * Math.max(0, site.battery().finalMinKwh() - soc);
    }

    private double hullCost;

    /** The state of charge that minimises cost of the slot plus cost-to-go; among equals the one that moves least. */
    private double bestNext(Battery battery, double soc) {
        double capacity = battery.capacityKwh();
        double change = -battery.mostTakenKwh();
        double next = soc + change;
        int piece = 0;
        double pieceLeft = pieces.count > 0 ? pieces.width[0] : 0;
        hullCost = pieces.startCost;
        while (next < 0 && piece < pieces.count) {
            double step = Math.min(pieceLeft, -next);
            hullCost += step * pieces.slope[piece];
            next = step < pieceLeft ? 0 : next + step;
            pieceLeft -= step;
            if (pieceLeft <= 0 && ++piece < pieces.count) {
                pieceLeft = pieces.width[piece];
            }
        }
        next = Math.max(0, next);
        int value = low;
        double skip = next;
        while (value < high && width[value] <= skip) {
            skip -= width[value++];
        }
        double valueLeft = value < high ? width[value] - skip : 0;
        while (piece < pieces.count && value < high) {
            double marginal = pieces.slope[piece] + slope[value];
            double step = Math.min(pieceLeft, valueLeft);
            if (marginal == 0 && next < soc) {
                step = Math.min(step, soc - next);
            } else if (marginal >= 0) {
                break;
            }
            hullCost += step * pieces.slope[piece];
            next += step;
            pieceLeft -= step;
            valueLeft -= step;
            if (pieceLeft <= 0 && ++piece < pieces.count) {
                pieceLeft = pieces.width[piece];
            }
            if (valueLeft <= 0 && ++value < high) {
                valueLeft = width[value];
            }
        }
        return Math.min(capacity, next);
    }

    private static double physicalCost(SiteProblem site, int t, double price, double change) {
        double charge = SlotCost.chargeKwh(site.battery(), change);
        double discharge = SlotCost.dischargeKwh(site.battery(), change);
        double net = site.netLoadKwh()[t] + charge - discharge;
        return SlotCost.of(site, t, net, charge + discharge)
                + site.violationPrice() * SlotCost.beyondLimits(site, net)
                + price * net;
    }
}
