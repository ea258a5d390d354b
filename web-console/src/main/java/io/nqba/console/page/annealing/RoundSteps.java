package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.optimisation.RunStep.Moment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worth a line of the log: nodes that came and went, and answers that an exchange found. */
final class RoundSteps {
    private RoundSteps() {}

    static List<Moment> of(List<RoundView> rounds, String unit) {
        List<Moment> moments = new ArrayList<>();
        Set<String> before = Set.of();
        for (RoundView round : rounds) {
            Set<String> now =
                    round.nodes().stream().map(NodeLines::nameOf).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!before.isEmpty()) {
                told(round, now, before, "%s joined in round %s.", moments);
                told(round, before, now, "%s left before round %s; the search goes on.", moments);
            }
            Double value = round.value();
            if (round.improvedByExchange() && value != null) {
                moments.add(new Moment(
                        round.elapsedMillis(),
                        "Round %s: an exchange found %s."
                                .formatted(Figures.count(round.round()), Figures.amount(value, unit))));
            }
            before = now;
        }
        return moments;
    }

    private static void told(
            RoundView round, Set<String> these, Set<String> withoutThose, String text, List<Moment> moments) {
        these.stream()
                .filter(name -> !withoutThose.contains(name))
                .map(name -> new Moment(round.elapsedMillis(), text.formatted(name, Figures.count(round.round()))))
                .forEach(moments::add);
    }
}
