package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * OR-Library's bqp text: per problem a line with the numbers of variables and entries, then one line {@code i j q} per entry. A
 * collection has a first line with the number of problems. The objective sums over ordered pairs, so an entry off the diagonal counts
 * twice.
 */
final class OrLibraryText {
    private static final String HEADER =
            "Start each problem with the numbers of variables and entries, such as 50 125.";
    private static final String ENTRY = "Write two variables and the weight.";

    private final TextWords words;
    private final ReadLimits limits;

    private OrLibraryText(TextWords words, ReadLimits limits) {
        this.words = words;
        this.limits = limits;
    }

    /**
     * Reads one problem.
     *
     * @param number which one of a collection, counted from 1; may be left out where there is only one
     */
    static QuadraticProblem read(ByteSource in, ReadLimits limits, OptionalInt number) throws IOException {
        TextWords words = new TextWords(in, '#', 1);
        if (!words.nextLine()) {
            throw Refusal.of("The text must give the number of variables and of entries.", HEADER);
        }
        return new OrLibraryText(words, limits).read(number);
    }

    private QuadraticProblem read(OptionalInt number) throws IOException {
        long first = words.whole("number of variables or problems", 0, Integer.MAX_VALUE, HEADER);
        if (!words.atLineEnd()) {
            requireNumber(number, 1);
            QuadraticProblem problem = body(size(first));
            TextCount.requireEnd(words, 1);
            return problem;
        }
        requireNumber(number, first);
        QuadraticProblem chosen = null;
        for (int k = 1; k <= first; k++) {
            if (!words.nextLine()) {
                throw words.refused(
                        "ends the text after %d of %d problems".formatted(k - 1, first),
                        "Check whether the text was cut off, or correct the first line.");
            }
            int size = size(words.whole("number of variables", 0, Integer.MAX_VALUE, HEADER));
            if (k == number.orElse(1)) {
                chosen = body(size);
            } else {
                skipBody();
            }
        }
        if (words.nextLine()) {
            throw words.refused(
                    "goes on after the %d problems that the first line announces".formatted(first),
                    "Remove what follows, or correct the first line.");
        }
        return required(chosen);
    }

    private void requireNumber(OptionalInt number, long problems) {
        if (number.isEmpty() && problems > 1) {
            throw words.refused(
                    "starts a collection of %d problems".formatted(problems),
                    "Say which one is meant by its number, from 1 to %d.".formatted(problems));
        }
        int chosen = number.orElse(1);
        if (chosen < 1 || chosen > problems) {
            throw words.refused(
                    "starts a text of %d problems, and number %d is asked for".formatted(problems, chosen),
                    "Choose a number from 1 to %d.".formatted(problems));
        }
    }

    private int size(long size) {
        if (size > limits.mostVariables()) {
            throw words.refused(
                    "gives the number of variables as (%d), which must lie between 0 and %d"
                            .formatted(size, limits.mostVariables()),
                    HEADER);
        }
        return (int) size;
    }

    private int entries(long most) throws IOException {
        int announced = (int) words.whole("number of entries", 0, Math.min(most, Integer.MAX_VALUE), HEADER);
        words.requireLineEnd(HEADER);
        return announced;
    }

    private void skipBody() throws IOException {
        int announced = entries(Integer.MAX_VALUE);
        for (int k = 0; k < announced; k++) {
            if (!words.nextLine()) {
                throw TextCount.tooFew(words, k, announced);
            }
            words.skipLine();
        }
    }

    private QuadraticProblem body(int size) throws IOException {
        int announced = entries((long) limits.mostCouplings() + size);
        ProblemDraft draft = new ProblemDraft(words, limits);
        DiagonalLines diagonal = new DiagonalLines(words, draft);
        Figure figure = new Figure();
        int couplings = 0;
        for (int k = 0; k < announced; k++) {
            if (!words.nextLine()) {
                throw TextCount.tooFew(words, k, announced);
            }
            int i = words.variable(size);
            int j = words.variable(size);
            words.figure(figure);
            words.requireLineEnd(ENTRY);
            if (i == j) {
                diagonal.add(i, figure);
            } else {
                words.noteCoupling(couplings++);
                draft.addCoupling(i, j, figure, 2);
            }
        }
        return draft.build(Sense.MAXIMISE, Domain.BITS, size, 2);
    }

    private static QuadraticProblem required(@Nullable QuadraticProblem problem) {
        if (problem == null) {
            throw new IllegalStateException("The chosen problem must have been met.");
        }
        return problem;
    }
}
