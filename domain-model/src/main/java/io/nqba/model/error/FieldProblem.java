package io.nqba.model.error;

import java.io.Serial;
import java.io.Serializable;

/** One input that was refused: which field, what stood there, what to write instead. Crosses the grid wire. */
public final class FieldProblem implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String problem;
    private final String remedy;

    /**
     * @param field path of the field, such as {@code readings[3].loadKwh}
     * @param value what stood there, as text, shortened where long
     * @param problem what is wrong with it; one sentence
     * @param remedy what to write instead; one imperative sentence
     */
    public FieldProblem(String field, String value, String problem, String remedy) {
        this.field = field;
        this.value = value;
        this.problem = problem;
        this.remedy = remedy;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return "%s (%s): %s Fix: %s".formatted(field, value, problem, remedy);
    }
}
