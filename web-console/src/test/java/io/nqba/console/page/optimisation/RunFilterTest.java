package io.nqba.console.page.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.page.optimisation.RunFilter.Choice;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunState;
import org.junit.jupiter.api.Test;

class RunFilterTest {
    @Test
    void everyUnitCanBeChosenWithoutLosingTheOtherChoices() {
        RunFilter filter = RunFilter.of("flyfox", "annealing", "running");

        assertThat(filter.units())
                .extracting(Choice::name)
                .containsExactly("All units", "FLYFOX", "GOLIATH", "SIGMA", "Platform");
        assertThat(filter.units().get(4).href()).isEqualTo("/runs?unit=platform&kind=annealing&state=running");
        assertThat(filter.states().get(0).href()).isEqualTo("/runs?unit=flyfox&kind=annealing");
    }

    @Test
    void whatTheAddressSaysIsAsked() {
        RunFilter filter = RunFilter.of("platform", "annealing", "failed");

        assertThat(filter.query("c", 20))
                .isEqualTo(new RunQuery(BusinessUnit.PLATFORM, "annealing", RunState.FAILED, null, "c", 20));
        assertThat(filter.all()).isFalse();
    }

    @Test
    void wordsWithoutMeaningAreLeftOut() {
        RunFilter filter = RunFilter.of("nobody", "\"><script>", "PLATFORM");

        assertThat(filter.all()).isTrue();
        assertThat(filter.href()).isEqualTo("/runs");
    }

    @Test
    void aCursorIsWrittenSafely() {
        assertThat(RunFilter.of("", "", "running").older("a+b/c=&d"))
                .isEqualTo("/runs?state=running&cursor=a%2Bb%2Fc%3D%26d");
        assertThat(RunFilter.of("", "", "").older(null)).isEmpty();
    }
}
