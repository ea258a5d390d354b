package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;

/**
 * qbsolv's {@code .qubo} text: a line {@code p qubo topology maxNodes nNodes nCouplers}, then one line {@code i i weight} per node and
 * one line {@code i j weight} with i below j per coupler, in any order, counted from 0. Lines starting with c are skipped.
 */
final class QbsolvText {
    private static final String HEADER =
            "Start with the line: p qubo 0 maxNodes nNodes nCouplers, such as p qubo 0 4 4 6.";
    private static final String ENTRY = "Write two nodes and the weight.";

    private QbsolvText() {}

    static QuadraticProblem read(ByteSource in, ReadLimits limits) throws IOException {
        TextWords words = new TextWords(in, 'c', 0);
        if (!words.nextLine()) {
            throw Refusal.of("The text must have a line that starts with p.", HEADER);
        }
        requireWord(words, "p");
        requireWord(words, "qubo");
        if (!words.nextWord()) {
            throw words.refused("lacks the topology", HEADER);
        }
        int size = (int) words.whole("number of variables", 0, limits.mostVariables(), HEADER);
        int nodes = (int) words.whole("number of nodes", 0, size, HEADER);
        int couplers = (int) words.whole("number of couplers", 0, limits.mostCouplings(), HEADER);
        words.requireLineEnd(HEADER);
        ProblemDraft draft = new ProblemDraft(words, limits);
        entries(words, draft, size, nodes, couplers);
        return draft.build(Sense.MINIMISE, Domain.BITS, size, 1);
    }

    private static void entries(TextWords words, ProblemDraft draft, int size, int nodes, int couplers)
            throws IOException {
        DiagonalLines diagonal = new DiagonalLines(words, draft);
        Figure figure = new Figure();
        int found = 0;
        while (words.nextLine()) {
            int i = words.variable(size);
            int j = words.variable(size);
            words.figure(figure);
            words.requireLineEnd(ENTRY);
            if (i == j) {
                diagonal.add(i, figure);
                requireCount(words, "nodes", diagonal.count(), nodes);
                continue;
            }
            if (i > j) {
                throw words.refused(
                        "gives the coupler %d %d with the higher node first".formatted(i, j),
                        "Write the lower node first, and each pair once.");
            }
            words.noteCoupling(found++);
            draft.addCoupling(i, j, figure, 1);
            requireCount(words, "couplers", found, couplers);
        }
        if (diagonal.count() != nodes || found != couplers) {
            throw words.refused(
                    "ends the text after %d nodes and %d couplers where the line p announces %d and %d"
                            .formatted(diagonal.count(), found, nodes, couplers),
                    "Check whether the text was cut off, or correct the line p.");
        }
    }

    private static void requireCount(TextWords words, String what, int count, int announced) {
        if (count > announced) {
            throw words.refused(
                    "goes beyond the %d %s that the line p announces".formatted(announced, what),
                    "Remove what follows, or correct the line p.");
        }
    }

    private static void requireWord(TextWords words, String expected) throws IOException {
        if (!words.nextWord() || !words.word().equals(expected)) {
            throw words.refused("has (%s) in place of %s".formatted(Refusal.shown(words.word()), expected), HEADER);
        }
    }
}
