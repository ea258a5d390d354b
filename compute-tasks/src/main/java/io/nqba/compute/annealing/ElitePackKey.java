package io.nqba.compute.annealing;

import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.jspecify.annotations.Nullable;

/** Key of the answers that one member of a run, or its reduce, published in a round. They lie with the run. */
public final class ElitePackKey {
    @AffinityKeyMapped
    private final String runId;

    private final int round;
    private final String member;

    /**
     * @param runId the run
     * @param round the round at whose end they were published
     * @param member id of a node, or what else they belong to
     */
    ElitePackKey(String runId, int round, String member) {
        this.runId = runId;
        this.round = round;
        this.member = member;
    }

    String runId() {
        return runId;
    }

    int round() {
        return round;
    }

    String member() {
        return member;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ElitePackKey that
                && runId.equals(that.runId)
                && round == that.round
                && member.equals(that.member);
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, round, member);
    }

    @Override
    public String toString() {
        return "ElitePackKey[%s, %d, %s]".formatted(runId, round, member);
    }
}
