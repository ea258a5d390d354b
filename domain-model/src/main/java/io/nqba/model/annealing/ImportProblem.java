package io.nqba.model.annealing;

import io.nqba.model.error.Require;

/**
 * Asks the node that owns an upload to read it as a problem and to store it. The pieces of the upload lie under revision 0 of the
 * problem's id in cache {@code ProblemUpload} and are gone afterwards, whether it could be read or not.
 */
public final class ImportProblem {
    private final String problemId;
    private final String name;
    private final String format;
    private final int number;
    private final int pieces;
    private final String requestedBy;

    /**
     * @param problemId UUID text; also the id of the upload
     * @param name what people call it
     * @param format format to read, or empty text to find out from the content
     * @param number which problem of a collection to take, from 1; 0 where none is named, which a collection of several refuses
     * @param pieces how many pieces were uploaded
     * @param requestedBy name of the account that asks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ImportProblem(String problemId, String name, String format, int number, int pieces, String requestedBy) {
        this.problemId = Require.text("problemId", problemId);
        this.name = Require.text("name", name);
        this.format = format;
        this.number = (int) Require.within("number", number, 0, 1_000_000);
        this.pieces = (int) Require.within("pieces", pieces, 1, 1_000_000);
        this.requestedBy = Require.text("requestedBy", requestedBy);
    }

    /** Returns UUID text; also the id of the upload. */
    public String problemId() {
        return problemId;
    }

    /** Returns what people call it. */
    public String name() {
        return name;
    }

    /** Returns format to read, or empty text to find out from the content. */
    public String format() {
        return format;
    }

    /** Returns which problem of a collection to take, from 1; 0 where none is named. */
    public int number() {
        return number;
    }

    /** Returns how many pieces were uploaded. */
    public int pieces() {
        return pieces;
    }

    /** Returns name of the account that asks. */
    public String requestedBy() {
        return requestedBy;
    }

    @Override
    public String toString() {
        return "ImportProblem[%s, %s, %d pieces]".formatted(problemId, name, pieces);
    }
}
