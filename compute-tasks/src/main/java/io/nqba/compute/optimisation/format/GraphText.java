package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;

/** Text of rudy and Gset: a line with the numbers of vertices and edges, then one line {@code i j [weight]} per edge. */
final class GraphText {
    private static final String HEADER = "Start with the numbers of vertices and edges, such as 800 19176.";

    private GraphText() {}

    static QuadraticProblem read(ByteSource in, ReadLimits limits) throws IOException {
        TextWords words = new TextWords(in, '#', 1);
        if (!words.nextLine()) {
            throw Refusal.of("The text must give the number of vertices and of edges.", HEADER);
        }
        int size = (int) words.whole("number of variables", 0, limits.mostVariables(), HEADER);
        int announced = (int) words.whole("number of entries", 0, limits.mostCouplings(), HEADER);
        words.requireLineEnd(HEADER);
        ProblemDraft draft = new ProblemDraft(words, limits);
        Figure figure = new Figure();
        for (int k = 0; k < announced; k++) {
            if (!words.nextLine()) {
                throw TextCount.tooFew(words, k, announced);
            }
            int i = words.variable(size);
            int j = words.variable(size);
            if (i == j) {
                throw words.refused(
                        "joins vertex %d with itself".formatted(i + 1),
                        "Remove the loop, it is in no cut; or name the format OR_LIBRARY if this is a QUBO.");
            }
            weight(words, figure);
            words.noteCoupling(k);
            draft.addLinear(i, figure);
            draft.addLinear(j, figure);
            draft.addCoupling(i, j, figure, -2);
        }
        TextCount.requireEnd(words, announced);
        return draft.build(Sense.MAXIMISE, Domain.BITS, size, -2);
    }

    private static void weight(TextWords words, Figure figure) throws IOException {
        if (words.atLineEnd()) {
            figure.set(1);
            return;
        }
        words.figure(figure);
        words.requireLineEnd("Write the two vertices and the weight of the edge.");
    }
}
