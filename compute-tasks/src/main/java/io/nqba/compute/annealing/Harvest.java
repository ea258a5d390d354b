package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.model.annealing.NodeShare;
import java.util.List;
import java.util.Map;

/**
 * What the members of a run brought in at the end of a round.
 *
 * @param answers their answers, by where they lie
 * @param shares what each node did, ordered by node id
 * @param overheadMillis time of the round in which no worker searched, milliseconds
 * @param exhausted whether nobody has anything left to try
 */
record Harvest(Map<ElitePackKey, List<Elite>> answers, List<NodeShare> shares, long overheadMillis, boolean exhausted) {
    Harvest {
        answers = Map.copyOf(answers);
        shares = List.copyOf(shares);
    }

    List<Elite> elites() {
        return answers.values().stream().flatMap(List::stream).toList();
    }

    long bytes() {
        return shares.stream().mapToLong(NodeShare::bytes).sum();
    }
}
