package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.page.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one node did for a run. A node that comes back under its name is the same node to people.
 *
 * @param name its name
 * @param present whether it took part in the last round
 * @param story since when, and whether it left
 * @param workers threads that searched
 * @param best best answer that its workers knew when it was last seen
 * @param proposals flips proposed a second when it was last seen
 * @param flips flips made a second when it was last seen
 * @param bytes sent and received in its last round
 */
record NodeRow(
        String name,
        boolean present,
        String story,
        String workers,
        String best,
        String proposals,
        String flips,
        String bytes) {

    static List<NodeRow> of(List<RoundView> rounds, String unit) {
        Map<String, List<Integer>> seen = new LinkedHashMap<>();
        Map<String, NodeShareView> last = new LinkedHashMap<>();
        for (RoundView round : rounds) {
            for (NodeShareView share : round.nodes()) {
                seen.computeIfAbsent(NodeLines.nameOf(share), name -> new ArrayList<>())
                        .add(round.round());
                last.put(NodeLines.nameOf(share), share);
            }
        }
        int first = rounds.isEmpty() ? 0 : rounds.get(0).round();
        int newest = rounds.isEmpty() ? 0 : rounds.get(rounds.size() - 1).round();
        List<NodeRow> rows = new ArrayList<>();
        last.forEach((name, share) -> rows.add(row(share, seen.getOrDefault(name, List.of()), first, newest, unit)));
        return rows;
    }

    private static NodeRow row(NodeShareView share, List<Integer> seen, int first, int newest, String unit) {
        boolean present = seen.get(seen.size() - 1) == newest;
        Double value = share.value();
        return new NodeRow(
                NodeLines.nameOf(share),
                present,
                story(seen, first, newest),
                Figures.count(share.workers()),
                value == null ? "–" : Figures.amount(value, unit),
                Rates.perSecond(NodeLines.perSecond(share, NodeShareView::proposals)),
                Rates.perSecond(NodeLines.perSecond(share, NodeShareView::flips)),
                Figures.bytes(share.bytes()));
    }

    private static String story(List<Integer> seen, int first, int newest) {
        int joined = seen.get(0);
        int left = seen.get(seen.size() - 1);
        int away = left - joined + 1 - seen.size();
        String from = joined == first ? "From the start" : "Joined in round " + Figures.count(joined);
        String gaps =
                away == 0 ? "" : away == 1 ? ", away for 1 round" : ", away for " + Figures.count(away) + " rounds";
        return from + gaps + (left == newest ? "" : ", left after round " + Figures.count(left));
    }
}
