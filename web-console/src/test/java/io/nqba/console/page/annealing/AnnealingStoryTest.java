package io.nqba.console.page.annealing;

import static io.nqba.console.page.annealing.Samples.round;
import static io.nqba.console.page.annealing.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.annealing.RoundView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnealingStoryTest {
    @ParameterizedTest
    @CsvSource({
        "0,no elite yet",
        "1,'one elite, none to compare with'",
        "2,between 2 elites",
        "1200,'between 1,200 elites'"
    })
    void elitesAreCountedInWords(int count, String words) {
        assertThat(AnnealingStory.elites(count)).isEqualTo(words);
    }

    @Test
    void aProblemThatNeedsNoSearchHasNoRateOfProposals() {
        RoundView solved = new RoundView(1, 20, 4.0, 4.0, false, 0, 0, 1, 8, List.of());

        AnnealingStory story = AnnealingStory.of(run("r", "p-1", 4.0), List.of(), List.of(solved), null);

        assertThat(story.proposals()).isEqualTo("–");
        assertThat(story.difference()).isEqualTo("–");
    }

    @Test
    void proposalsOfAllNodesAddUp() {
        RoundView last = round(2, 90, true, "node-1", "node-2");

        AnnealingStory story =
                AnnealingStory.of(run("r", "p-1", 90.0), List.of(), List.of(round(1, 80, false, "node-1"), last), null);

        assertThat(story.proposals()).isEqualTo("2.0\u00a0M/s");
        assertThat(story.difference()).isEqualTo("25.0\u00a0%");
    }
}
