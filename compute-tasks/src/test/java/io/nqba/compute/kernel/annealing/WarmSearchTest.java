package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmSearchTest {
    @SeededTest(tries = 8)
    void answersAreTheOptimaOfTheChangedProblems(long seed) {
        Domain domain = seed % 2 == 0 ? Domain.BITS : Domain.SPINS;
        Sense sense = seed % 3 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        QuadraticProblem problem = RandomProblems.integers(seed, 18, 0.9, sense, domain);
        WarmSearch search = new WarmSearch(problem, seed);
        search.search(RandomProblems.sweeps(problem, 500));

        for (int event = 0; event < 3; event++) {
            List<CoefficientChange> changes = changes(seed + event, search.problem());
            QuadraticProblem expected = search.problem().changed(changes);

            Elite answer = search.answer(changes, RandomProblems.sweeps(problem, 2_000));

            assertThat(search.problem().exactValue(answer.bits())).isEqualTo(expected.exactValue(answer.bits()));
            assertThat(answer.value()).isEqualTo(RandomProblems.bruteForce(expected));
            assertThat(search.best()).isEqualTo(answer);
        }
    }

    @Test
    void sameSeedEventsAndSweepsGiveTheSameAnswers() {
        QuadraticProblem problem = RandomProblems.integers(4, 120, 0.5, Sense.MAXIMISE, Domain.BITS);

        assertThat(answers(problem)).isEqualTo(answers(problem));
    }

    @Test
    void aChangeOfAVariableThatIsNotThereLeavesEverythingAsItWas() {
        QuadraticProblem problem = RandomProblems.integers(4, 60, 0.5, Sense.MAXIMISE, Domain.BITS);
        WarmSearch search = new WarmSearch(problem, 1);
        Elite before = search.search(RandomProblems.sweeps(problem, 300));
        List<CoefficientChange> wrong = List.of(CoefficientChange.linear(2, 7), CoefficientChange.linear(60, 1));

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> search.answer(wrong, RandomProblems.sweeps(problem, 300)))
                .withMessageContaining("The variable (60)");

        assertThat(search.problem()).isSameAs(problem);
        assertThat(search.best()).isEqualTo(before);
    }

    @Test
    void foreignAnswersGuideAndLeaveAgain() {
        QuadraticProblem problem = RandomProblems.integers(9, 200, 0.5, Sense.MAXIMISE, Domain.BITS);
        Elite good = new AnnealingWorker(problem, 3).round(RandomProblems.sweeps(problem, 4_000));
        WarmSearch search = new WarmSearch(problem, 1);

        search.importElites(List.of(good));

        assertThat(search.best()).isEqualTo(good);
        assertThat(search.exportElites(2)).contains(good);
    }

    private static List<Elite> answers(QuadraticProblem problem) {
        WarmSearch search = new WarmSearch(problem, 5);
        return IntStream.range(0, 4)
                .mapToObj(
                        event -> search.answer(changes(event, search.problem()), RandomProblems.sweeps(problem, 1_000)))
                .toList();
    }

    private static List<CoefficientChange> changes(long seed, QuadraticProblem problem) {
        var random = new SplittableRandom(seed);
        int size = problem.size();
        return IntStream.range(0, 10)
                .mapToObj(k -> {
                    int i = random.nextInt(size);
                    int j = random.nextInt(size);
                    return i == j
                            ? CoefficientChange.linear(i, random.nextInt(-5, 6))
                            : CoefficientChange.coupling(i, j, random.nextInt(-5, 6));
                })
                .toList();
    }
}
