package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.optimisation.RunStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an annealing run so far.
 *
 * @param charts its pictures
 * @param nodes what each node did
 * @param answer the best answer, null before there is one
 * @param asked what was asked, in words
 * @param steps what happened, newest first
 * @param lastSequence number of the last step; live steps follow it
 * @param lastRound number of the last round drawn; later rounds are added to it
 * @param elapsed time since the start, up to the last step
 * @param proposals flips proposed a second by all nodes in the last round
 * @param difference how unlike the elites are
 * @param elites how many there are, in words
 */
record AnnealingStory(
        RoundCharts charts,
        List<NodeRow> nodes,
        @Nullable Answer answer,
        Map<String, String> asked,
        List<RunStep> steps,
        long lastSequence,
        int lastRound,
        String elapsed,
        String proposals,
        String difference,
        String elites) {

    static AnnealingStory of(
            RunView run, List<RunEvent> history, List<RoundView> rounds, @Nullable SolutionView solution) {
        RunEvent lastStep = history.isEmpty() ? null : history.get(history.size() - 1);
        RoundView last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        return new AnnealingStory(
                RoundCharts.of(run, rounds),
                NodeRow.of(rounds, run.valueUnit()),
                solution == null ? null : Answer.of(solution, run.id(), run.valueUnit(), rounds),
                asked(run.parameters(), run.valueUnit()),
                RunStep.newestFirst(history, RoundSteps.of(rounds, run.valueUnit())),
                lastStep == null ? 0 : lastStep.sequence(),
                last == null ? 0 : last.round(),
                lastStep == null ? "–" : Figures.duration(Duration.ofMillis(lastStep.elapsedMillis())),
                last == null ? "–" : Rates.perSecond(total(last)),
                last == null || last.poolSize() < 2 ? "–" : Figures.percent(last.diversity()),
                elites(last == null ? 0 : last.poolSize()));
    }

    public String rounds() {
        return Figures.count(lastRound);
    }

    /** Says between how many elites there is a difference; the browser says it too, as rounds come in. */
    static String elites(int count) {
        if (count < 2) {
            return count < 1 ? "no elite yet" : "one elite, none to compare with";
        }
        return "between " + Figures.count(count) + " elites";
    }

    private static double total(RoundView round) {
        return round.nodes().stream()
                .mapToDouble(share -> NodeLines.perSecond(share, NodeShareView::proposals))
                .filter(Double::isFinite)
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    private static Map<String, String> asked(Map<String, Object> given, String unit) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (given.get("timeLimitMillis") instanceof Number limit) {
            asked.put("Time limit", Figures.duration(Duration.ofMillis(limit.longValue())));
        }
        if (given.get("targetGap") instanceof Number gap) {
            asked.put("Stops at a gap of", Figures.gap(gap.doubleValue()));
        }
        asked.put(
                "Stops at a value of",
                given.get("target") instanceof Number target
                        ? Figures.amount(target.doubleValue(), unit)
                        : "No target");
        asked.put("Sweeps of each worker", count(given, "sweeps", "As many as time allows"));
        asked.put("Workers", count(given, "workers", "One per core"));
        asked.put("Nodes, at most", count(given, "nodes", "All"));
        if (given.get("roundMillis") instanceof Number round) {
            asked.put("Round", Figures.duration(Duration.ofMillis(round.longValue())));
        }
        asked.put("Seed", String.valueOf(given.getOrDefault("seed", "–")));
        asked.put("Priority", String.valueOf(given.getOrDefault("priority", "–")));
        asked.put("Starts from", Boolean.TRUE.equals(given.get("warmStart")) ? "Earlier answers" : "Chance");
        return asked;
    }

    private static String count(Map<String, Object> given, String name, String none) {
        return given.get(name) instanceof Number count && count.longValue() > 0
                ? Figures.count(count.longValue())
                : none;
    }
}
