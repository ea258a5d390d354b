package io.nqba.compute.optimisation.format;

/** The entries {@code i i weight} of a text, each of which may stand once. */
final class DiagonalLines {
    private final TextWords words;
    private final ProblemDraft draft;
    private final LineOfEntry lines = new LineOfEntry();
    private int count;

    DiagonalLines(TextWords words, ProblemDraft draft) {
        this.words = words;
        this.draft = draft;
    }

    void add(int i, Figure figure) {
        int before = draft.setLinear(i, figure, count);
        if (before >= 0) {
            throw words.refused(
                    "repeats the entry %d %d of %s"
                            .formatted(
                                    words.variable((long) i),
                                    words.variable((long) i),
                                    lines.place(before).toLowerCase(java.util.Locale.ROOT)),
                    "Give each entry once, with the sum of its weights.");
        }
        lines.note(count++, words.line());
    }

    int count() {
        return count;
    }
}
