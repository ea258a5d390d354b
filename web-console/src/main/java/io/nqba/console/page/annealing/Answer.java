package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.page.Figures;
import java.time.Duration;
import java.util.List;

/**
 * The best answer of a run without its bits, of which there may be many.
 *
 * @param value its value, recomputed from the coefficients
 * @param ones how many variables are one
 * @param found when and by whom
 * @param href where it is; a parameter says in which form
 */
record Answer(String value, String ones, String found, String href) {
    static Answer of(SolutionView solution, String runId, String unit, List<RoundView> rounds) {
        long ones = solution.bits().chars().filter(bit -> bit == '1').count();
        return new Answer(
                Figures.amount(solution.value(), unit),
                "%s of %s".formatted(Figures.count(ones), Figures.count(solution.variables())),
                "After %s, in round %s, by %s"
                        .formatted(
                                Figures.duration(Duration.ofMillis(solution.foundMillis())),
                                Figures.count(solution.foundRound()),
                                finder(solution.foundNode(), rounds)),
                "/api/v1/optimisation/runs/" + runId + "/solution");
    }

    private static String finder(String nodeId, List<RoundView> rounds) {
        if (nodeId.isEmpty()) {
            return "an exchange between nodes";
        }
        return rounds.stream()
                .flatMap(round -> round.nodes().stream())
                .filter(share -> share.nodeId().equals(nodeId))
                .map(NodeLines::nameOf)
                .findFirst()
                .orElse("a node");
    }
}
