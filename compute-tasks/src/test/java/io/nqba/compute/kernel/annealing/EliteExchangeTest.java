package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class EliteExchangeTest {
    /** The definition: the best of all 2^components mixtures of two answers. */
    @SeededTest(tries = 30)
    void crossoverOfTwoIsTheBestOfAllMixturesByComponent(long seed) {
        QuadraticProblem problem = RandomProblems.integers(seed, 40, 0.04, Sense.MAXIMISE, Domain.SPINS);
        Elite first = problem.elite(RandomProblems.bits(seed, 40));
        Elite second = problem.elite(RandomProblems.bits(seed + 1, 40));

        Elite child = EliteExchange.crossover(problem, List.of(first, second));

        assertThat(child.value()).isEqualTo(bestMixture(problem, first, second));
    }

    @SeededTest(tries = 10)
    void resultsDoNotDependOnTheOrderAndAreNeverWorse(long seed) {
        QuadraticProblem problem = RandomProblems.cut(seed, 300, 4);
        List<Elite> elites = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            elites.add(new AnnealingWorker(problem, seed + k).round(RandomProblems.sweeps(problem, 20)));
        }
        List<Elite> reversed = new ArrayList<>(elites);
        Collections.reverse(reversed);

        Elite child = EliteExchange.crossover(problem, elites);
        Elite relinked = EliteExchange.relink(problem, elites.get(0), elites.get(1), 7, 2_000);

        assertThat(EliteExchange.crossover(problem, reversed)).isEqualTo(child);
        assertThat(child.value())
                .isGreaterThanOrEqualTo(
                        EliteExchange.ranked(problem, elites, 1).get(0).value());
        assertThat(EliteExchange.relink(problem, elites.get(1), elites.get(0), 7, 2_000))
                .isEqualTo(relinked);
        assertThat(relinked.value())
                .isGreaterThanOrEqualTo(
                        Math.max(elites.get(0).value(), elites.get(1).value()));
    }

    private static double bestMixture(QuadraticProblem problem, Elite first, Elite second) {
        List<List<Integer>> parts = differingComponents(problem, first.bits(), second.bits());
        byte[] state = first.bits();
        for (List<Integer> part : parts) {
            double before = problem.value(state);
            part.forEach(i -> state[i] ^= 1);
            if (problem.value(state) < before) {
                part.forEach(i -> state[i] ^= 1);
            }
        }
        return problem.value(state);
    }

    private static List<List<Integer>> differingComponents(QuadraticProblem problem, byte[] first, byte[] second) {
        int[] group = new int[first.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        // Merging until nothing changes: slow and obvious.
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < group.length; i++) {
                for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                    int j = problem.column(k);
                    if (first[i] != second[i] && first[j] != second[j] && group[i] != group[j]) {
                        int lower = Math.min(group[i], group[j]);
                        group[i] = lower;
                        group[j] = lower;
                        changed = true;
                    }
                }
            }
        }
        List<List<Integer>> parts = new ArrayList<>();
        for (int g = 0; g < group.length; g++) {
            List<Integer> part = new ArrayList<>();
            for (int i = 0; i < group.length; i++) {
                if (group[i] == g && first[i] != second[i]) {
                    part.add(i);
                }
            }
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /**
     * Three cliques whose spins agree, in a field: all up is best. The parents have another one of the two strong cliques down each, and
     * every flip makes them worse. Half way between them, eight flips from either, both strong cliques are up. The weak clique, up in both,
     * is where a search without a path would spend its nine flips.
     */
    @SeededTest(tries = 5)
    void relinkingFindsTheBetterStateHalfWayBetweenTwo(long seed) {
        int clique = 8;
        ProblemBuilder builder = ProblemBuilder.ising(3 * clique, Sense.MAXIMISE);
        for (int i = 0; i < 3 * clique; i++) {
            builder.addLinear(i, 1L);
            for (int j = i + 1; j < 3 * clique; j++) {
                if (i / clique == j / clique) {
                    builder.addCoupling(i, j, i / clique == 2 ? 1L : 3L);
                }
            }
        }
        QuadraticProblem problem = builder.build();
        Elite first = problem.elite(downIn(0, clique));
        Elite second = problem.elite(downIn(1, clique));
        Elite known = problem.elite(downIn(-1, clique));

        Elite child = EliteExchange.relink(problem, first, second, seed, 9);

        assertThat(bestNeighbour(problem, first)).isLessThan(first.value());
        assertThat(bestNeighbour(problem, second)).isLessThan(second.value());
        assertThat(child).isEqualTo(known);
        assertThat(child.value()).isGreaterThan(first.value()).isGreaterThan(second.value());
    }

    private static byte[] downIn(int down, int clique) {
        byte[] bits = new byte[3 * clique];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (i / clique == down ? 0 : 1);
        }
        return bits;
    }

    private static double bestNeighbour(QuadraticProblem problem, Elite elite) {
        byte[] bits = elite.bits();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bits.length; i++) {
            bits[i] ^= 1;
            best = Math.max(best, problem.value(bits));
            bits[i] ^= 1;
        }
        return best;
    }
}
