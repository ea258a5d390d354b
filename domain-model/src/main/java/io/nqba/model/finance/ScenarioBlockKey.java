package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.jspecify.annotations.Nullable;

/** Key of a {@link ScenarioBlock}. Blocks are spread over the nodes one by one. */
public final class ScenarioBlockKey {
    /** Universe and block in one text: one affinity field, and blocks of one universe lie apart. */
    @AffinityKeyMapped
    @SuppressWarnings("UnusedVariable") // Ignite reads it.
    private final String place;

    private final String universeId;

    private final int block;

    /**
     * @param universeId the {@link Universe}
     * @param block 0, 1, 2 … in the order of time
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ScenarioBlockKey(String universeId, int block) {
        this.universeId = Require.text("universeId", universeId);
        this.block = (int) Require.within("block", block, 0, Integer.MAX_VALUE);
        this.place = universeId + "/" + block;
    }

    public String universeId() {
        return universeId;
    }

    public int block() {
        return block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScenarioBlockKey that && universeId.equals(that.universeId) && block == that.block;
    }

    @Override
    public int hashCode() {
        return Objects.hash(universeId, block);
    }

    @Override
    public String toString() {
        return "ScenarioBlockKey[%s, %s]".formatted(universeId, block);
    }
}
