package io.nqba.model.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one exception type that crosses module borders. The constructor asks for a remedy, so an error that does not say
 * what to do next does not compile.
 */
public final class NqbaException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String problem;
    private final String remedy;
    private final List<FieldProblem> fields;

    /**
     * @param problem what is wrong, with the offending values and their units in parentheses; one sentence
     * @param remedy what the reader can do now; one imperative sentence
     */
    public NqbaException(ErrorCode code, String problem, String remedy) {
        this(code, problem, remedy, List.of(), null);
    }

    /**
     * @param fields the single inputs that are wrong; empty when the problem is not one of input
     * @param cause what led here; null when nothing did
     */
    public NqbaException(
            ErrorCode code, String problem, String remedy, List<FieldProblem> fields, @Nullable Throwable cause) {
        super("%s: %s\nFix: %s".formatted(code.id(), problem, remedy), cause);
        this.code = code;
        this.problem = problem;
        this.remedy = remedy;
        this.fields = List.copyOf(fields);
    }

    public ErrorCode code() {
        return code;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
