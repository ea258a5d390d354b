package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question what shocks would do. Crosses the grid wire. */
public final class StressRequest {
    private final RiskScope scope;

    private final String subjectId;

    private final String name;

    private final List<Shock> shocks;

    /**
     * @param scope book or portfolio
     * @param subjectId its id
     * @param name what people call the scenario
     * @param shocks at least one
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public StressRequest(RiskScope scope, String subjectId, String name, List<Shock> shocks) {
        this.scope = scope;
        this.subjectId = Require.text("subjectId", subjectId);
        this.name = Require.text("name", name);
        this.shocks = List.copyOf(shocks);
    }

    public RiskScope scope() {
        return scope;
    }

    public String subjectId() {
        return subjectId;
    }

    public String name() {
        return name;
    }

    public List<Shock> shocks() {
        return shocks;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StressRequest that
                && scope == that.scope
                && subjectId.equals(that.subjectId)
                && name.equals(that.name)
                && shocks.equals(that.shocks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, subjectId, name, shocks);
    }

    @Override
    public String toString() {
        return "StressRequest[%s, %s, %s, %s]".formatted(scope, subjectId, name, shocks);
    }
}
