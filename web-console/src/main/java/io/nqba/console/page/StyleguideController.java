package io.nqba.console.page;

import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Mark;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.ProofStrip.Notch;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component in every state, for those who build pages. Only in the {@code dev} profile. */
@Controller
@Profile("dev")
class StyleguideController {
    private static final double HOUR_MILLIS = 3_600_000;
    private static final double FIRST_HOUR = 1_785_535_200_000.0;
    private static final List<Notch> RULES = List.of(
            new Notch("self-consumption rule", 674.56),
            new Notch("time-of-use rule", 702.10),
            new Notch("each site alone", 641.52));

    @GetMapping("/styleguide")
    String page(Model model) {
        model.addAttribute("crumbs", List.of());
        model.addAttribute(
                "strips",
                List.of(
                        strip(Double.NaN, Double.NaN, true),
                        strip(690, Double.NaN, true),
                        strip(630, 560, true),
                        strip(599.2041, 599.1979, false),
                        strip(599.1979, 599.1979, false),
                        strip(930, 599.1979, false)));
        model.addAttribute("stats", stats());
        model.addAttribute("chart", chart(168));
        model.addAttribute("longChart", chart(8_760));
        model.addAttribute("emptyChart", chart(0));
        model.addAttribute(
                "empty",
                new EmptyState(
                        "No optimisation yet",
                        "A run shows its best cost and what nobody can beat, closing on each other.",
                        "Start a run",
                        "/flyfox#start",
                        ""));
        model.addAttribute(
                "problem",
                new ProblemBox(
                        "The window (400 days) is longer than 366 days.",
                        "Choose a shorter window.",
                        "NQBA-REQ-001",
                        List.of(new ProblemBox.Field("days", "Days (400) must be 1 to 366. Choose fewer days."))));
        return "styleguide";
    }

    private static ProofStrip strip(double value, double bound, boolean live) {
        return new ProofStrip(
                "", "Cost", ObjectiveSense.MINIMISE, "USD", "no battery", 905.26, value, bound, RULES, live);
    }

    private static List<StatCard> stats() {
        return List.of(
                StatCard.of("Cost", Figures.money(599.2, "USD"), "33.8 % below no battery", StatCard.Tone.GOOD),
                StatCard.of("Peak", Figures.kilowatts(48.1), "12 % above last week", StatCard.Tone.BAD),
                StatCard.plain("Sites", Figures.count(17), "all reporting"));
    }

    /** Draws plain waves: they are no measurement and look like none. */
    private static ChartCard chart(int hours) {
        double[] x = IntStream.range(0, hours)
                .mapToDouble(i -> FIRST_HOUR + i * HOUR_MILLIS)
                .toArray();
        return new ChartCard(
                "chart-" + hours,
                "Waves over " + hours + " hours",
                "Two waves in kW and one in $/kWh.",
                "Time (Europe/Berlin)",
                "Power (kW)",
                "Price ($/kWh)",
                "Europe/Berlin",
                x,
                hours == 0
                        ? List.of()
                        : List.of(
                                new Series("No battery", "kW", "before", Kind.LINE, true, false, wave(hours, 30, 12)),
                                new Series("Scheduled", "kW", "after", Kind.AREA, false, false, wave(hours, 18, 5)),
                                new Series("Price", "$/kWh", "price", Kind.STEP, false, true, wave(hours, 0.3, 0.1))),
                List.of(new Mark("Peak", 23, "after")),
                "",
                Scale.ZERO);
    }

    private static double[] wave(int length, double mean, double height) {
        return IntStream.range(0, length)
                .mapToDouble(i -> mean + height * Math.sin(i * Math.PI / 12))
                .toArray();
    }
}
