package io.nqba.model.optimisation;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to queue a run. */
public final class SubmitRun {
    private final String runId;

    private final RunRequest request;

    private final String requestedBy;

    /**
     * @param runId identifier chosen by the caller (UUID text), so that a repeated submission is the same run
     * @param request what to do
     * @param requestedBy name of the account that asks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public SubmitRun(String runId, RunRequest request, String requestedBy) {
        this.runId = Require.text("runId", runId);
        this.request = request;
        this.requestedBy = Require.text("requestedBy", requestedBy);
    }

    public String runId() {
        return runId;
    }

    public RunRequest request() {
        return request;
    }

    public String requestedBy() {
        return requestedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubmitRun that
                && runId.equals(that.runId)
                && request.equals(that.request)
                && requestedBy.equals(that.requestedBy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, request, requestedBy);
    }

    @Override
    public String toString() {
        return "SubmitRun[%s, %s, %s]".formatted(runId, request, requestedBy);
    }
}
