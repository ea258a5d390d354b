package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.annealing.Exchange.Reduced;
import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

class ExchangeTest {
    private static QuadraticProblem graph(long seed, int vertices, int edges) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder = ProblemBuilder.maxCut(vertices);
        for (int k = 0; k < edges; k++) {
            int i = random.nextInt(vertices);
            builder.addEdge(i, (i + 1 + random.nextInt(vertices - 1)) % vertices, 1L + random.nextInt(5));
        }
        return builder.build();
    }

    private static List<Elite> answers(QuadraticProblem problem, long seed, int count) {
        List<Elite> answers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            var limits = SearchLimits.of(20L * problem.size(), Long.MAX_VALUE, () -> false);
            answers.add(new AnnealingWorker(problem, seed + k).round(limits));
        }
        return answers;
    }

    @SeededTest(tries = 6)
    void theOutcomeDoesNotDependOnTheOrderAndIsNeverWorse(long seed) {
        for (QuadraticProblem problem : List.of(graph(seed, 400, 800), graph(seed, 60, 900))) {
            List<Elite> answers = answers(problem, seed, 6);
            List<Elite> reversed = new ArrayList<>(answers);
            Collections.reverse(reversed);
            var exchange = new Exchange(problem);

            Reduced one = exchange.reduce(answers.subList(0, 2), answers.subList(2, 6), 3);
            Reduced other = exchange.reduce(reversed.subList(0, 5), reversed.subList(5, 6), 3);

            assertThat(other).isEqualTo(one);
            assertThat(one.pool().get(0)).isEqualTo(one.best());
            assertThat(answers)
                    .allSatisfy(each -> assertThat(one.best().value()).isGreaterThanOrEqualTo(each.value()));
            assertThat(problem.value(one.best().bits())).isEqualTo(one.best().value());
            assertThat(exchange.diversity(one.pool())).isBetween(0.0, 1.0);
        }
    }
}
