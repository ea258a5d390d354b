package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link ReturnBlock}. Replicated with it. */
public final class ReturnBlockKey {
    private final String universeId;

    private final int block;

    /**
     * @param universeId the {@link Universe}
     * @param block 0, 1, 2 … in the order of the instruments of the universe
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ReturnBlockKey(String universeId, int block) {
        this.universeId = Require.text("universeId", universeId);
        this.block = (int) Require.within("block", block, 0, Integer.MAX_VALUE);
    }

    public String universeId() {
        return universeId;
    }

    public int block() {
        return block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReturnBlockKey that && universeId.equals(that.universeId) && block == that.block;
    }

    @Override
    public int hashCode() {
        return Objects.hash(universeId, block);
    }

    @Override
    public String toString() {
        return "ReturnBlockKey[%s, %s]".formatted(universeId, block);
    }
}
