package io.nqba.model.grid;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compute task answers: a value, or a refusal as data. An exception thrown in a task reaches a thin client only as
 * an opaque text, so a task that a client calls returns this instead of throwing. Crosses the grid wire.
 *
 * @param <T> a type that Ignite can marshal: no record
 */
public final class TaskReply<T> {
    private final @Nullable T value;
    private final @Nullable ErrorCode code;
    private final String problem;
    private final String remedy;
    private final ArrayList<FieldProblem> fields;

    private TaskReply(
            @Nullable T value, @Nullable ErrorCode code, String problem, String remedy, List<FieldProblem> fields) {
        this.value = value;
        this.code = code;
        this.problem = problem;
        this.remedy = remedy;
        this.fields = new ArrayList<>(fields);
    }

    public static <T> TaskReply<T> of(T value) {
        return new TaskReply<>(value, null, "", "", List.of());
    }

    public static <T> TaskReply<T> refused(NqbaException error) {
        return new TaskReply<>(null, error.code(), error.problem(), error.remedy(), error.fields());
    }

    /**
     * Returns the value.
     *
     * @throws NqbaException the refusal, as it was on the node
     */
    public T orThrow() {
        if (code != null) {
            throw new NqbaException(code, problem, remedy, fields, null);
        }
        if (value == null) {
            throw new IllegalStateException("The reply has neither value nor error.");
        }
        return value;
    }
}
