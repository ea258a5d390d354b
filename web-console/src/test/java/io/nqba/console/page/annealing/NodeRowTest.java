package io.nqba.console.page.annealing;

import static io.nqba.console.page.annealing.Samples.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeRowTest {
    @Test
    void joiningLeavingAndComingBackAreTold() {
        List<NodeRow> rows = NodeRow.of(
                List.of(
                        round(1, 10, false, "a", "b"),
                        round(2, 11, false, "a", "b", "c"),
                        round(3, 12, false, "a", "c"),
                        round(4, 13, false, "b", "c")),
                "");

        assertThat(rows)
                .extracting(NodeRow::name, NodeRow::present, NodeRow::story)
                .containsExactly(
                        tuple("a", false, "From the start, left after round 3"),
                        tuple("b", true, "From the start, away for 1 round"),
                        tuple("c", true, "Joined in round 2"));
    }

    @Test
    void ratesAreASecondOfSearch() {
        NodeRow row = NodeRow.of(List.of(round(1, 10, false, "a")), "").get(0);

        assertThat(row.proposals()).isEqualTo("1.0\u00a0M/s");
        assertThat(row.flips()).isEqualTo("2.0\u00a0k/s");
        assertThat(row.bytes()).isEqualTo("2.0\u00a0kB");
    }

    @Test
    void beforeTheFirstRoundThereIsNoNode() {
        assertThat(NodeRow.of(List.of(), "")).isEmpty();
    }
}
