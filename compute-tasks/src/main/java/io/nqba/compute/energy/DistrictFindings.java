package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.optimisation.Conclusion;
import io.nqba.compute.optimisation.RunOutcome;
import io.nqba.compute.optimisation.TopList;
import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.optimisation.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a district's schedule means, in sentences for people who decide and do not calculate. */
final class DistrictFindings {
    private static final Map<String, String> POLICY_WORDS = Map.of(
            Policy.NO_BATTERY, "no battery at all",
            Policy.SELF_CONSUMPTION, "the self-consumption rule",
            Policy.TIME_OF_USE, "the time-of-use rule",
            Policy.EACH_ALONE, "every site optimising for itself");
    /** Shares of the peak price below this are the rounding of an interior method. */
    private static final double SMALL_SHARE = 0.005;

    private static final int MOST_SLOTS_NAMED = 3;

    private final MarketData market;
    private final SchedulingWindow window;
    private final RunOutcome outcome;
    private final double[] net;
    private final double[] figures;
    private final double peakKw;
    private final String unit;

    DistrictFindings(MarketData market, RunOutcome outcome, Answer stored) {
        this.market = market;
        this.window = market.window();
        this.outcome = outcome;
        this.net = stored.usage();
        this.figures = outcome.settled()
                .total(ScheduleWriter.FIGURES, ScheduleWriter.FIGURE_COUNT)
                .usage();
        this.peakKw = Math.max(0, Arrays.stream(net).max().orElse(0)) / window.slotHours();
        this.unit = outcome.run().valueUnit();
    }

    Conclusion conclusion() {
        var findings = new ArrayList<String>();
        findings.add(whatItCosts());
        findings.add(savings());
        findings.addAll(whoPaysForThePeak());
        findings.addAll(boundCaps());
        findings.add(emissions());
        var broken = new BrokenLimits(market, outcome.settled(), net, figures);
        findings.addAll(broken.findings(unit));
        return new Conclusion(findings, broken.problem(), broken.remedy());
    }

    private String whatItCosts() {
        double value = outcome.run().value();
        double charge = market.request().demandChargePerKw() * peakKw;
        String proof = "nobody can do it for less than %s"
                .formatted(money(outcome.run().bound()));
        if (charge == 0) {
            return say("The district's objective is %s, and %s; its peak is %.1f kW.", money(value), proof, peakKw);
        }
        return say(
                "The district's objective is %s, of which %s is the demand charge on its peak of %.1f kW, and %s.",
                money(value), money(charge), peakKw, proof);
    }

    private String savings() {
        return outcome.baselines().stream()
                .map(this::saving)
                .collect(Collectors.joining(", ", "Compared with other policies it saves ", "."));
    }

    private String saving(Baseline baseline) {
        double saved = baseline.value() - outcome.run().value();
        double share = baseline.value() == 0 ? 0 : 100 * saved / Math.abs(baseline.value());
        return say(
                "%s (%.1f %%) against %s",
                money(saved), share, POLICY_WORDS.getOrDefault(baseline.name(), baseline.name()));
    }

    private List<String> whoPaysForThePeak() {
        double[] price = outcome.settlement().shadowPrice();
        double total = Arrays.stream(price).sum();
        if (market.request().demandChargePerKw() == 0 || !(total > 0)) {
            return List.of();
        }
        var findings = new ArrayList<String>();
        findings.add(dearestSlots(price, total));
        List<TopList.Entry> payers = outcome.settled().largest(ScheduleWriter.PEAK_PAYERS);
        if (!payers.isEmpty()) {
            findings.add("The sites that pay most for the peak are %s.".formatted(names(payers)));
        }
        List<TopList.Entry> relievers = outcome.settled().largest(ScheduleWriter.PEAK_RELIEVERS);
        if (!relievers.isEmpty()) {
            findings.add("The sites that relieve it most, and by how much, are %s.".formatted(names(relievers)));
        }
        return findings;
    }

    private String dearestSlots(double[] price, double total) {
        List<Integer> carriers = IntStream.range(0, price.length)
                .filter(t -> price[t] > SMALL_SHARE * total)
                .boxed()
                .sorted((a, b) -> price[b] == price[a] ? Integer.compare(a, b) : Double.compare(price[b], price[a]))
                .toList();
        String named = carriers.stream()
                .limit(MOST_SLOTS_NAMED)
                .map(t -> say("%s (%.2f %s per kW)", window.clock(t), price[t] * window.slotHours(), unit))
                .collect(Collectors.joining(", "));
        return say(
                "The peak is made in %d of %d slots, the dearest of them %s: there one more kW costs that much in addition to the energy.",
                carriers.size(), price.length, named);
    }

    private List<String> boundCaps() {
        var findings = new ArrayList<String>();
        double[] price = outcome.settlement().shadowPrice();
        for (DemandResponseEvent event : market.events()) {
            double worth = 0;
            for (int t = 0; t < price.length; t++) {
                if (event.startMillis() < window.startOf(t + 1) && event.endMillis() > window.startOf(t)) {
                    worth += price[t];
                }
            }
            double perKw = worth * window.slotHours();
            findings.add(
                    perKw < 0.005
                            ? say(
                                    "The cap of %.1f kW from %s does not bind.",
                                    event.capKw(), window.clock(event.startMillis()))
                            : say(
                                    "The cap of %.1f kW from %s binds; one kW more of it would be worth up to %s.",
                                    event.capKw(), window.clock(event.startMillis()), money(perKw)));
        }
        return findings;
    }

    private String emissions() {
        double before = figures[ScheduleWriter.EMISSIONS_BEFORE];
        double after = figures[ScheduleWriter.EMISSIONS_AFTER];
        if (before == 0) {
            return "Emissions are not known: there is no carbon intensity for the window.";
        }
        double change = before - after;
        return say(
                "Emissions %s by %.0f kg (%.1f %%) to %.0f kg against no battery at all.",
                change >= 0 ? "fall" : "rise", Math.abs(change), 100 * Math.abs(change) / before, after);
    }

    private String names(List<TopList.Entry> entries) {
        return entries.stream()
                .limit(MOST_SLOTS_NAMED)
                .map(entry -> "%s (%s)".formatted(entry.name(), money(entry.amount())))
                .collect(Collectors.joining(", "));
    }

    private String money(double amount) {
        return say("%,.2f %s", amount, unit);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
