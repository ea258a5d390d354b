package io.nqba.console.page.annealing;

import static io.nqba.console.page.annealing.Samples.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.optimisation.RunStep;
import io.nqba.console.page.optimisation.RunStep.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundStepsTest {
    @Test
    void comingGoingAndExchangesAreToldWithTheirRounds() {
        List<Moment> moments =
                RoundSteps.of(List.of(round(1, 10, false, "a", "b"), round(2, 1_200, true, "a", "c")), "");

        assertThat(moments)
                .extracting(Moment::text)
                .containsExactly(
                        "c joined in round 2.",
                        "b left before round 2; the search goes on.",
                        "Round 2: an exchange found 1,200.");
    }

    @Test
    void theNewestStandsFirst() {
        List<Moment> moments = List.of(new Moment(10, "first"), new Moment(20, "second"), new Moment(20, "third"));

        assertThat(RunStep.newestFirst(List.of(), moments))
                .extracting(RunStep::text)
                .containsExactly("third", "second", "first");
    }
}
