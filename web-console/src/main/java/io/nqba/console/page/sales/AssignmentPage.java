package io.nqba.console.page.sales;

import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.console.sales.assignment.AgentPriceView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who works on what, with one of the runs that decided it.
 *
 * @param runs runs, newest first
 * @param run the chosen one; null while there is none
 * @param prices its agents, the dearest first; empty before there is an answer
 * @param table why each piece of work went where; null before there is an answer
 * @param starting whether the form is shown
 * @param priced whether a lead that comes in now is given to an agent at once
 */
record AssignmentPage(
        List<RunRow> runs,
        @Nullable RunRow run,
        List<AgentPriceView> prices,
        @Nullable AssignmentTable table,
        boolean starting,
        boolean priced) {
    static final String PATH = "/sigma/assignment";

    /** Below this an hour is worth nothing that anybody would notice. */
    private static final double NOTICEABLE = 0.005;

    AssignmentPage start() {
        return new AssignmentPage(runs, run, prices, table, true, priced);
    }

    /** Returns the page of a run. */
    AssignmentPage of(RunRow chosen, List<AgentPriceView> agentPrices, @Nullable AssignmentTable why) {
        return new AssignmentPage(runs, chosen, agentPrices, why, false, priced);
    }

    /** Returns whether the chosen run goes on and is shown. */
    public boolean live() {
        return run != null && run.live() && !starting;
    }

    public String runId() {
        return run == null ? "" : run.id();
    }

    /** Returns the address of the form; filled as the chosen run was. */
    public String startHref() {
        return href(runId(), true);
    }

    /** Returns the address of a run. */
    public String runHref(RunRow row) {
        return href(row.id(), false);
    }

    private static String href(String runId, boolean form) {
        var href = UriComponentsBuilder.fromPath(PATH);
        if (!runId.isEmpty()) {
            href.queryParam("run", "{run}");
        }
        if (form) {
            href.queryParam("tab", "start");
        }
        return (runId.isEmpty() ? href.build() : href.encode().buildAndExpand(runId)).toUriString();
    }

    /** Returns what becomes of a lead that comes in now. */
    public String arrivals() {
        return priced
                ? "A lead that comes in gets its agent at once, at the prices of the last run of leads."
                : "No run of leads has found prices yet: a lead that comes in waits for the first one.";
    }

    public String pricesCsv() {
        return "/api/v1/sigma/agents/prices?format=csv&run=" + runId();
    }

    public String assignmentsCsv() {
        return "/api/v1/sigma/assignments?format=csv&run=" + runId();
    }

    public String sign() {
        return run == null ? "$" : Figures.currencySign(run.run().valueUnit());
    }

    /** Returns the key figures of the answer. */
    public List<StatCard> stats() {
        if (run == null || prices.isEmpty()) {
            return List.of();
        }
        double value = run.run().value() == null ? Double.NaN : run.run().value();
        double used = prices.stream().mapToDouble(AgentPriceView::hoursUsed).sum();
        double capacity =
                prices.stream().mapToDouble(AgentPriceView::hoursCapacity).sum();
        Optional<BaselineView> best = run.run().baselines().stream()
                .filter(baseline -> baseline.value() > 0)
                .max(Comparator.comparingDouble(BaselineView::value));
        AgentPriceView dearest = prices.get(0);
        return List.of(
                StatCard.plain("Expected money", whole(value), "of all work that has an agent"),
                StatCard.of(
                        "More than without prices",
                        best.map(baseline -> whole(value - baseline.value())).orElse("–"),
                        "beside the best of the plain policies",
                        best.map(baseline -> value >= baseline.value()).orElse(true) ? Tone.GOOD : Tone.BAD),
                StatCard.plain(
                        "Hours given",
                        Figures.number(used, 0),
                        "of " + Figures.number(capacity, 0) + " hours of " + Figures.count(prices.size()) + " agents"),
                StatCard.plain(
                        "Dearest hour",
                        dearest.shadowPrice() < NOTICEABLE
                                ? "–"
                                : Figures.number(dearest.shadowPrice(), 2) + "\u00a0" + sign(),
                        dearest.shadowPrice() < NOTICEABLE ? "there are hours enough" : "of " + dearest.repName()));
    }

    private String whole(double amount) {
        String figure = Figures.number(amount, 0);
        return Double.isFinite(amount) ? figure + "\u00a0" + sign() : figure;
    }

    /**
     * One agent.
     *
     * @param width share of the hours that is given, length of its bar, of 1,000
     * @param price what one more hour is worth; a dash where nothing
     */
    public record AgentRow(
            String name,
            String used,
            String capacity,
            String share,
            String width,
            String price,
            String value,
            String words) {}

    /** Returns the agents, the dearest first. */
    public List<AgentRow> agents() {
        return prices.stream().map(AssignmentPage::agent).toList();
    }

    private static AgentRow agent(AgentPriceView price) {
        double share = price.hoursCapacity() > 0 ? price.hoursUsed() / price.hoursCapacity() : 0;
        return new AgentRow(
                price.repName(),
                Figures.number(price.hoursUsed(), 1),
                Figures.number(price.hoursCapacity(), 1),
                Figures.number(100 * share, 0),
                String.format(Locale.ROOT, "%.0f", 1000 * Math.min(1, share)),
                price.shadowPrice() < NOTICEABLE ? "–" : Figures.number(price.shadowPrice(), 2),
                Figures.number(price.value(), 0),
                price.words());
    }
}
