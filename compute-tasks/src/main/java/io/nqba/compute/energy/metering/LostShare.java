package io.nqba.compute.energy.metering;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusal of a task whose nodes changed while it ran. */
final class LostShare {
    private LostShare() {}

    /** @param cause what the grid reported, or null when it reported nothing */
    static NqbaException of(@Nullable Throwable cause) {
        return new NqbaException(
                ErrorCode.GRID_UNREACHABLE,
                "A node left the grid before its share of the work was done.",
                "Try again in a few seconds.",
                List.of(),
                cause);
    }
}
