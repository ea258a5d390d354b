package io.nqba.console.page.energy;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.ReadingView;
import io.nqba.console.energy.ScheduleView;
import io.nqba.console.energy.SiteResultView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProofStrip;
import io.nqba.console.page.ProofStrip.Notch;
import io.nqba.console.page.ProofStrip.Rung;
import io.nqba.console.page.StatCard;
import io.nqba.model.optimisation.ObjectiveSense;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the battery of a site does under a run, slot by slot, and what that costs beside other policies.
 *
 * @param stats key figures; empty while costs are not known
 * @param costs the policies beside the schedule
 * @param exchange what the site draws and feeds in, before and after
 * @param battery what the battery does
 * @param meter load and PV
 */
record SiteSchedule(List<StatCard> stats, List<Rung> costs, ChartCard exchange, ChartCard battery, ChartCard meter) {
    static SiteSchedule of(
            List<ScheduleView> slots,
            List<ReadingView> readings,
            @Nullable SiteResultView result,
            DistrictView district,
            RunView run) {
        Drawing drawing = new Drawing(
                slots,
                readings,
                district,
                "/api/v1/flyfox/runs/" + run.id() + "/schedules?format=csv&siteId="
                        + UriUtils.encodeQueryParam(slots.get(0).siteId(), StandardCharsets.UTF_8));
        return new SiteSchedule(
                result == null ? List.of() : stats(result, run.valueUnit()),
                result == null ? List.of() : costs(result, run.valueUnit()),
                drawing.exchange(),
                drawing.battery(),
                drawing.meter());
    }

    private static List<StatCard> stats(SiteResultView result, String currency) {
        return List.of(
                StatCard.of(
                        "Energy cost",
                        Figures.money(result.cost(), currency),
                        ScheduleTab.change(result.noBatteryCost(), result.cost(), "no battery"),
                        ScheduleTab.tone(result.noBatteryCost(), result.cost())),
                StatCard.plain("Saved", Figures.money(result.savings(), currency), "against no battery"),
                StatCard.plain(
                        result.peakCost() >= 0 ? "Share of the demand charge" : "Relief of the demand charge",
                        Figures.money(Math.abs(result.peakCost()), currency),
                        result.peakCost() >= 0 ? "for drawing at the peak" : "for feeding in at the peak"),
                StatCard.of(
                        "Emissions",
                        Figures.kilograms(result.emissionsKg()),
                        ScheduleTab.change(result.noBatteryEmissionsKg(), result.emissionsKg(), "no battery"),
                        ScheduleTab.tone(result.noBatteryEmissionsKg(), result.emissionsKg())),
                StatCard.plain(
                        "Through the battery",
                        Figures.kilowattHours(result.throughputKwh()),
                        "charged and discharged"));
    }

    private static List<Rung> costs(SiteResultView result, String currency) {
        List<Notch> others = List.of(
                new Notch("self-consumption rule", result.selfConsumptionCost()),
                new Notch("time-of-use rule", result.timeOfUseCost()),
                new Notch("this site alone", result.aloneCost()));
        return new ProofStrip(
                        "",
                        "Cost",
                        ObjectiveSense.MINIMISE,
                        currency,
                        "no battery",
                        result.noBatteryCost(),
                        result.cost(),
                        Double.NaN,
                        others,
                        false)
                .ladder();
    }

    /** Draws the slots three ways. */
    private record Drawing(
            List<ScheduleView> slots, List<ReadingView> readings, DistrictView district, String csvHref) {
        ChartCard exchange() {
            double before = power(highest(ScheduleView::netBeforeKwh));
            double after = power(highest(Drawing::net));
            return chart(
                    "exchange",
                    "What the site draws and feeds in",
                    "The highest draw is %s with the schedule and %s without a battery."
                            .formatted(Figures.kilowatts(after), Figures.kilowatts(before)),
                    "Net import (kW)",
                    "",
                    List.of(
                            line("No battery", "kW", "before", Kind.LINE, true, slot -> power(slot.netBeforeKwh())),
                            line("Scheduled", "kW", "after", Kind.AREA, false, slot -> power(net(slot)))));
        }

        ChartCard battery() {
            double charged = slots.stream().mapToDouble(ScheduleView::chargeKwh).sum();
            double discharged =
                    slots.stream().mapToDouble(ScheduleView::dischargeKwh).sum();
            return chart(
                    "battery",
                    "What the battery does",
                    "It takes %s and gives back %s; the rest is lost in conversion or still stored."
                            .formatted(Figures.kilowattHours(charged), Figures.kilowattHours(discharged)),
                    "Power (kW)",
                    "Stored energy (kWh)",
                    List.of(
                            line("Charge", "kW", "charge", Kind.BAR, false, slot -> power(slot.chargeKwh())),
                            line("Discharge", "kW", "discharge", Kind.BAR, false, slot -> -power(slot.dischargeKwh())),
                            new Series(
                                    "Stored", "kWh", "before", Kind.LINE, false, true, column(ScheduleView::socKwh))));
        }

        ChartCard meter() {
            Map<Instant, ReadingView> byStart = new HashMap<>();
            readings.forEach(reading -> byStart.put(reading.start(), reading));
            double[] load = column(slot -> metered(byStart.get(slot.start()), ReadingView::loadKwh));
            double[] solar = column(slot -> metered(byStart.get(slot.start()), ReadingView::solarKwh));
            return chart(
                    "meter",
                    "Load and PV",
                    readings.isEmpty()
                            ? "The window lies ahead: there are no readings yet."
                            : "What the meters of the site read in the window.",
                    "Power (kW)",
                    "",
                    List.of(
                            new Series("Load", "kW", "before", Kind.STEP, false, false, load),
                            new Series("PV", "kW", "solar", Kind.AREA, false, false, solar)));
        }

        private double metered(@Nullable ReadingView reading, ToDoubleFunction<ReadingView> of) {
            return reading == null ? Double.NaN : power(of.applyAsDouble(reading));
        }

        private ChartCard chart(String id, String title, String answer, String y, String y2, List<Series> series) {
            return new ChartCard(
                    id,
                    title,
                    answer,
                    "Time (" + district.timeZone() + ")",
                    y,
                    y2,
                    district.timeZone(),
                    column(slot -> (double) slot.start().toEpochMilli()),
                    series,
                    List.of(),
                    csvHref,
                    Scale.ZERO);
        }

        private Series line(
                String name, String unit, String colour, Kind kind, boolean dashed, ToDoubleFunction<ScheduleView> of) {
            return new Series(name, unit, colour, kind, dashed, false, column(of));
        }

        private double[] column(ToDoubleFunction<ScheduleView> of) {
            return slots.stream().mapToDouble(of).toArray();
        }

        private double highest(ToDoubleFunction<ScheduleView> of) {
            return slots.stream().mapToDouble(of).max().orElse(Double.NaN);
        }

        private double power(double energyKwh) {
            return energyKwh * 60 / district.intervalMinutes();
        }

        private static double net(ScheduleView slot) {
            return slot.importKwh() - slot.exportKwh();
        }
    }
}
