package io.nqba.model.security;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key that all consoles share, made by the first one that needs it. Stored by purpose; its text form never shows the bytes. */
public final class PlatformSecret {
    private final byte[] bytes;

    private final long createdMillis;

    /**
     * @param bytes the key; never logged
     * @param createdMillis when it was made, epoch milliseconds
     */
    public PlatformSecret(byte[] bytes, long createdMillis) {
        this.bytes = bytes.clone();
        this.createdMillis = createdMillis;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public long createdMillis() {
        return createdMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlatformSecret that
                && Arrays.equals(bytes, that.bytes)
                && createdMillis == that.createdMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(bytes), createdMillis);
    }

    @Override
    public String toString() {
        return "PlatformSecret[%s]".formatted(createdMillis);
    }
}
