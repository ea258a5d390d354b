package io.nqba.console.page.optimisation;

import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProofStrip;
import io.nqba.console.page.ProofStrip.Notch;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A run as every page lists it: what it is, how it stands, and its proof strip.
 *
 * @param run the run
 * @param subject what is optimised, as people call it
 * @param proof its proof strip
 */
public record RunRow(RunView run, String subject, ProofStrip proof) {
    private static final Map<String, String> POLICIES = Map.ofEntries(
            Map.entry("no-battery", "no battery"),
            Map.entry("self-consumption", "self-consumption rule"),
            Map.entry("time-of-use", "time-of-use rule"),
            Map.entry("each-alone", "each site alone"),
            Map.entry("all-zeros", "all zeros"),
            Map.entry("one-flip-descent", "one-flip descent"),
            Map.entry("current-portfolio", "the portfolio as it is"),
            Map.entry("equal-weight", "equal weights"),
            Map.entry("current-owners", "present owners"),
            Map.entry("round-robin", "round robin"),
            Map.entry("first-come", "first come, best agent"),
            Map.entry("sorted-greedy", "most valuable first"),
            Map.entry("current-holdings", "present holdings"),
            Map.entry("proportional-cut-back", "everybody cut back alike"),
            Map.entry("every-mandate-alone", "every mandate alone, over the limits"));

    /** Returns the row of a run whose subject is called by its id. */
    public static RunRow of(RunView run) {
        return of(run, Map.of());
    }

    /**
     * Returns the row of a run.
     *
     * @param names what people call the districts, by id
     */
    public static RunRow of(RunView run, Map<String, String> names) {
        boolean ofDistrict = run.kind().equals(RunKind.ENERGY.key());
        String subject = ofDistrict ? names.getOrDefault(run.subject(), run.subject()) : run.subject();
        return new RunRow(run, subject, strip(run));
    }

    public String id() {
        return run.id();
    }

    public String href() {
        return "/runs/" + run.id();
    }

    /** Returns where the steps of the run are streamed. */
    public String eventsHref() {
        return "/api/v1/optimisation/runs/" + run.id() + "/events";
    }

    public String title() {
        return RunKind.of(run.kind()).name() + " of " + subject;
    }

    public String stateClass() {
        return switch (run.state()) {
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case SUCCEEDED -> "succeeded";
            case CANCELLED -> "cancelled";
            case FAILED -> "failed";
        };
    }

    public String stateWord() {
        return switch (run.state()) {
            case QUEUED -> "Queued";
            case RUNNING -> run.cancelRequested() ? "Stopping" : "Running";
            case SUCCEEDED -> "Succeeded";
            case CANCELLED -> unanswered() ? "Cancelled" : "Cancelled, best kept";
            case FAILED -> "Failed";
        };
    }

    /** Returns the page that shows the answer in full; empty when this run's own page does. */
    public String answerHref() {
        if (unanswered()) {
            return "";
        }
        if (run.kind().equals(RunKind.ENERGY.key())) {
            return address("/flyfox?district={subject}&run={id}");
        }
        if (run.kind().equals(RunKind.PORTFOLIO.key()) && run.parameters().containsKey("portfolioId")) {
            return address("/goliath/portfolios/{subject}?run={id}");
        }
        if (run.kind().equals(RunKind.ASSIGNMENT.key())) {
            return address("/sigma/assignment?run={id}");
        }
        return run.kind().equals(RunKind.MANDATES.key()) ? address("/goliath/mandates?book={subject}&run={id}") : "";
    }

    /** Returns what that page shows, in words. */
    public String answerWords() {
        if (run.kind().equals(RunKind.ENERGY.key())) {
            return "Show the schedule";
        }
        if (run.kind().equals(RunKind.ASSIGNMENT.key())) {
            return "Show agents and assignments";
        }
        return run.kind().equals(RunKind.PORTFOLIO.key()) ? "Show the proposal" : "Show limits and mandates";
    }

    private String address(String pattern) {
        return UriComponentsBuilder.fromUriString(pattern)
                .encode()
                .buildAndExpand(Map.of("subject", run.subject(), "id", run.id()))
                .toUriString();
    }

    /** Returns whether figures still move. */
    public boolean live() {
        return !run.state().terminal();
    }

    public boolean failed() {
        return run.state() == RunState.FAILED;
    }

    /** Returns whether the run ended without any answer: there is nothing to draw. */
    public boolean unanswered() {
        return unanswered(run);
    }

    /** Returns what went wrong or what binds; empty when nothing. */
    public String problem() {
        return problem(run);
    }

    /** Returns what to do about it. */
    public String remedy() {
        return remedy(run);
    }

    private static boolean unanswered(RunView run) {
        return run.state().terminal() && run.value() == null;
    }

    private static String problem(RunView run) {
        if (!run.problem().isEmpty()) {
            return run.problem();
        }
        return switch (run.state()) {
            case FAILED -> "The run failed and left no reason.";
            case CANCELLED -> unanswered(run) ? "The run was cancelled before it had an answer." : "";
            case QUEUED, RUNNING, SUCCEEDED -> "";
        };
    }

    private static String remedy(RunView run) {
        if (!run.remedy().isEmpty() || problem(run).isEmpty()) {
            return run.remedy();
        }
        return run.state() == RunState.FAILED
                ? "Look into the log of the grid node that led it, then start it again."
                : "Start it again and leave it at least its first round.";
    }

    /** Returns why there is no answer and never will be; empty while there is one or may be. */
    private static String ending(RunView run) {
        if (!unanswered(run)) {
            return "";
        }
        String what = run.state() == RunState.FAILED ? "No answer: the run failed. " : "No answer. ";
        return (what + problem(run) + " " + remedy(run)).strip();
    }

    public String createdAt() {
        return run.createdAt().toString();
    }

    public String age() {
        return Figures.ago(run.createdAt(), Instant.now());
    }

    /** Returns who asked and how long it took, in words. */
    public String story() {
        String asked = "asked by " + run.requestedBy();
        Instant started = run.startedAt();
        Instant finished = run.finishedAt();
        if (started == null || finished == null) {
            return asked;
        }
        return asked + ", took " + Figures.duration(Duration.between(started, finished));
    }

    /** Returns the run in a list of choices. */
    public String choice() {
        String at = Figures.shortMoment(run.createdAt(), ZoneOffset.UTC) + " UTC";
        return proof.valueKnown() ? at + ": " + proof.valueText() : at + ": " + stateWord();
    }

    public String valueText() {
        return proof.valueText();
    }

    public String gapText() {
        return Figures.gap(proof.openShare());
    }

    public String roundsText() {
        return Figures.count(run.rounds());
    }

    private static ProofStrip strip(RunView run) {
        List<BaselineView> baselines = run.baselines();
        String name = baselines.isEmpty() ? "" : policy(baselines.get(0).name());
        double first = baselines.isEmpty() ? Double.NaN : baselines.get(0).value();
        List<Notch> others = baselines.stream()
                .skip(1)
                .map(baseline -> new Notch(policy(baseline.name()), baseline.value()))
                .toList();
        return new ProofStrip(
                run.id(),
                measure(run),
                run.sense(),
                run.valueUnit(),
                name,
                first,
                known(run.value()),
                known(run.bound()),
                others,
                !run.state().terminal(),
                ending(run));
    }

    private static String measure(RunView run) {
        String other = Figures.money(run.valueUnit()) && run.sense() == ObjectiveSense.MINIMISE ? "Cost" : "Value";
        if (run.kind().equals(RunKind.MANDATES.key())) {
            return "Utility";
        }
        if (run.kind().equals(RunKind.ASSIGNMENT.key())) {
            return "Expected money";
        }
        if (run.kind().equals(RunKind.SCORING.key())) {
            return "Log loss";
        }
        String objective = String.valueOf(run.parameters().get("objective"));
        return run.kind().equals(RunKind.PORTFOLIO.key())
                ? PortfolioObjective.of(objective)
                        .map(known -> known.measure() + (costsAreWeighed(known, run) ? ", trading cost weighed" : ""))
                        .orElse(other)
                : other;
    }

    private static boolean costsAreWeighed(PortfolioObjective objective, RunView run) {
        return objective.addsCost()
                && run.parameters().get("costPerUnit") instanceof Number cost
                && cost.doubleValue() > 0;
    }

    private static String policy(String name) {
        return POLICIES.getOrDefault(name, name.replace('-', ' '));
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
