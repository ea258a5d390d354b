package io.nqba.console.page.energy;

import io.nqba.console.energy.ProfileView;
import io.nqba.console.energy.ProfileView.Slot;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Mark;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The district under one run: load before and after, prices and carbon, and what the peak costs.
 *
 * @param stats key figures
 * @param load net load before, alone and after
 * @param price import price and carbon intensity
 * @param shadow what one more kWh adds to the demand charge
 */
record ScheduleTab(List<StatCard> stats, ChartCard load, ChartCard price, ChartCard shadow) {
    /** Below this no limit binds: rounding of the prices, not a price. */
    private static final double NO_PRICE = 1e-9;

    static ScheduleTab of(ProfileView profile, DistrictPage page) {
        return new Builder(profile, page.zone(), page.district().currency()).build();
    }

    /** Reads one profile several ways. */
    private static final class Builder {
        private final List<Slot> slots;
        private final ZoneId zone;
        private final String currency;
        private final String csvHref;
        private final double perHour;
        private final double[] x;
        private final Slot peakBefore;
        private final Slot peakAfter;
        private final Slot peakAlone;
        private final Slot dearest;

        Builder(ProfileView profile, ZoneId zone, String currency) {
            this.slots = profile.slots();
            this.zone = zone;
            this.currency = currency;
            this.csvHref = "/api/v1/flyfox/runs/" + profile.runId() + "/profile?format=csv";
            this.perHour = 60.0 / profile.slotMinutes();
            this.x = column(slot -> (double) slot.start().toEpochMilli());
            this.peakBefore = highest(Slot::netBeforeKwh);
            this.peakAfter = highest(Slot::netAfterKwh);
            this.peakAlone = highest(Slot::netAloneKwh);
            this.dearest = highest(Slot::shadowPricePerKwh);
        }

        ScheduleTab build() {
            return new ScheduleTab(stats(), load(), price(), shadow());
        }

        private List<StatCard> stats() {
            double before = power(peakBefore.netBeforeKwh());
            double after = power(peakAfter.netAfterKwh());
            double carbonBefore = carbon(Slot::netBeforeKwh);
            double carbonAfter = carbon(Slot::netAfterKwh);
            return List.of(
                    StatCard.of(
                            "District peak",
                            Figures.kilowatts(after),
                            change(before, after, "no battery"),
                            tone(before, after)),
                    StatCard.plain("Peak without batteries", Figures.kilowatts(before), when(peakBefore)),
                    StatCard.plain(
                            "Dearest kWh of the peak",
                            Figures.rate(Math.max(0, dearest.shadowPricePerKwh()), currency, "kWh"),
                            dearest.shadowPricePerKwh() > NO_PRICE
                                    ? "on top of the tariff, " + when(dearest)
                                    : "no limit binds"),
                    StatCard.of(
                            "Carbon of the net import",
                            Figures.kilograms(carbonAfter),
                            change(carbonBefore, carbonAfter, "no battery"),
                            tone(carbonBefore, carbonAfter)));
        }

        private ChartCard load() {
            String answer =
                    "The peak is %s with the schedule, %s without batteries, and %s if each site optimised alone."
                            .formatted(
                                    Figures.kilowatts(power(peakAfter.netAfterKwh())),
                                    Figures.kilowatts(power(peakBefore.netBeforeKwh())),
                                    Figures.kilowatts(power(peakAlone.netAloneKwh())));
            return new ChartCard(
                    "load",
                    "District load, before and after",
                    answer,
                    time(),
                    "Net import (kW)",
                    "",
                    zone.getId(),
                    x,
                    List.of(
                            line(
                                    "No battery",
                                    "kW",
                                    "before",
                                    Kind.LINE,
                                    true,
                                    column(slot -> power(slot.netBeforeKwh()))),
                            line(
                                    "Each alone",
                                    "kW",
                                    "alone",
                                    Kind.LINE,
                                    true,
                                    column(slot -> power(slot.netAloneKwh()))),
                            line(
                                    "Scheduled",
                                    "kW",
                                    "after",
                                    Kind.AREA,
                                    false,
                                    column(slot -> power(slot.netAfterKwh())))),
                    List.of(new Mark(
                            "Peak " + Figures.kilowatts(power(peakAfter.netAfterKwh())),
                            power(peakAfter.netAfterKwh()),
                            "after")),
                    csvHref,
                    Scale.ZERO);
        }

        private ChartCard price() {
            String perKwh = Figures.currencySign(currency) + "/kWh";
            Slot highest = highest(Slot::importPricePerKwh);
            return new ChartCard(
                    "price",
                    "Price and carbon",
                    "Energy costs up to %s, %s."
                            .formatted(Figures.rate(highest.importPricePerKwh(), currency, "kWh"), when(highest)),
                    time(),
                    "Import price (" + perKwh + ")",
                    "Carbon (kg/kWh)",
                    zone.getId(),
                    x,
                    List.of(
                            line("Import price", perKwh, "price", Kind.STEP, false, column(Slot::importPricePerKwh)),
                            new Series(
                                    "Carbon", "kg/kWh", "carbon", Kind.LINE, true, true, column(Slot::carbonKgPerKwh))),
                    List.of(),
                    csvHref,
                    Scale.ZERO);
        }

        private ChartCard shadow() {
            String perKwh = Figures.currencySign(currency) + "/kWh";
            String answer = dearest.shadowPricePerKwh() > NO_PRICE
                    ? "One kWh drawn %s costs %s more than its tariff, because it raises the peak."
                            .formatted(when(dearest), Figures.rate(dearest.shadowPricePerKwh(), currency, "kWh"))
                    : "No limit of the district binds: one more kWh costs its tariff and nothing else.";
            return new ChartCard(
                    "shadow",
                    "Who pays for the peak",
                    answer,
                    time(),
                    "Shadow price (" + perKwh + ")",
                    "",
                    zone.getId(),
                    x,
                    List.of(line("Shadow price", perKwh, "alone", Kind.STEP, false, column(Slot::shadowPricePerKwh))),
                    List.of(),
                    csvHref,
                    Scale.ZERO);
        }

        private String time() {
            return "Time (" + zone.getId() + ")";
        }

        private String when(Slot slot) {
            return Figures.shortMoment(slot.start(), zone);
        }

        private double power(double energyKwh) {
            return energyKwh * perHour;
        }

        private double carbon(ToDoubleFunction<Slot> net) {
            return slots.stream()
                    .mapToDouble(slot -> Math.max(0, net.applyAsDouble(slot)) * slot.carbonKgPerKwh())
                    .sum();
        }

        private Slot highest(ToDoubleFunction<Slot> of) {
            Slot found = slots.get(0);
            for (Slot slot : slots) {
                found = of.applyAsDouble(slot) > of.applyAsDouble(found) ? slot : found;
            }
            return found;
        }

        private double[] column(ToDoubleFunction<Slot> of) {
            return slots.stream().mapToDouble(of).toArray();
        }
    }

    private static Series line(String name, String unit, String colour, Kind kind, boolean dashed, double[] values) {
        return new Series(name, unit, colour, kind, dashed, false, values);
    }

    static String change(double before, double after, String name) {
        if (!(before > 0)) {
            return "";
        }
        double share = (before - after) / before;
        return Figures.percent(Math.abs(share)) + (share >= 0 ? " below " : " above ") + name;
    }

    static Tone tone(double before, double after) {
        return after <= before ? Tone.GOOD : Tone.BAD;
    }
}
