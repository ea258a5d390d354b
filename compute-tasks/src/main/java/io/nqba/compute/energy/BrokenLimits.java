package io.nqba.compute.energy;

import io.nqba.compute.optimisation.SettlementTally;
import io.nqba.compute.optimisation.TopList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What of a request could not be met by any schedule: caps on the district and connections of sites, by how much and where. Limits
 * are elastic at a price above everything else, so what is still broken at the end is broken in the best effort.
 */
final class BrokenLimits {
    private final MarketData market;
    private final SchedulingWindow window;
    private final SettlementTally settled;
    private final double[] net;
    private final double[] figures;
    private final double[] cap;
    private int slotsOver;
    private int worstSlot;
    private double worstKw;
    private double overKwh;

    BrokenLimits(MarketData market, SettlementTally settled, double[] net, double[] figures) {
        this.market = market;
        this.window = market.window();
        this.settled = settled;
        this.net = net;
        this.figures = figures;
        this.cap = market.limits().cap();
        measure();
    }

    private void measure() {
        for (int t = 0; t < cap.length; t++) {
            double over = net[t] - cap[t];
            double kw = over / window.slotHours();
            // The coordination is elastic: a hair over the cap is the accuracy of its answer.
            if (kw <= Math.max(ScheduleWriter.TOLERANCE_KW, 1e-4 * cap[t] / window.slotHours())) {
                continue;
            }
            slotsOver++;
            overKwh += over;
            if (kw > worstKw) {
                worstKw = kw;
                worstSlot = t;
            }
        }
    }

    /** Returns which constraint cannot be met and by how much; empty when all are. */
    String problem() {
        return String.join(" ", sentences());
    }

    /** Returns what to do about it; empty when there is no problem. */
    String remedy() {
        var remedies = new ArrayList<String>();
        if (slotsOver > 0) {
            remedies.add(say(
                    "Ask for a cap of at least %.1f kW, or leave demand response out.",
                    cap[worstSlot] / window.slotHours() + worstKw));
        }
        if (sitesOver() > 0) {
            remedies.add("Raise the connection limits of these sites or give them a larger battery.");
        }
        return String.join(" ", remedies);
    }

    /** Returns what the best effort leaves open; empty when all limits are met. */
    List<String> findings(String unit) {
        if (slotsOver == 0 && sitesOver() == 0) {
            return List.of();
        }
        var findings = new ArrayList<>(sentences());
        double penalty = figures[ScheduleWriter.PENALTY] + market.capPenaltyPerKwh() * overKwh;
        findings.add(say(
                "The schedule is the best effort. Its objective includes %,.2f %s of penalty for the limits it breaks, which nobody pays.",
                penalty, unit));
        return findings;
    }

    private List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (slotsOver > 0) {
            sentences.add(say(
                    "The demand-response cap cannot be met in %d of %d slots: the district draws up to %.2f kW more than the %.1f kW allowed, at %s.",
                    slotsOver, window.slots(), worstKw, cap[worstSlot] / window.slotHours(), window.clock(worstSlot)));
        }
        if (sitesOver() > 0) {
            String worst = settled.largest(ScheduleWriter.OVER_LIMIT).stream()
                    .map(BrokenLimits::excess)
                    .collect(Collectors.joining(", "));
            sentences.add(say("The connection limit of %d sites cannot be met: %s.", sitesOver(), worst));
        }
        return sentences;
    }

    private long sitesOver() {
        return Math.round(figures[ScheduleWriter.OVER_LIMIT_SITES]);
    }

    private static String excess(TopList.Entry site) {
        return say("%s by up to %.2f kW", site.name(), site.amount());
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
