package io.nqba.model.grid;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One cache as operators see it. */
public final class CacheStatus {
    private final String name;

    private final long rows;

    private final long bytes;

    private final int partitions;

    private final int backups;

    private final boolean replicated;

    private final int lostPartitions;

    /**
     * @param name cache
     * @param rows primary rows
     * @param bytes off-heap memory of the primary and backup rows, bytes
     * @param partitions partitions; 1 for a replicated cache
     * @param backups copies beside the primary one
     * @param replicated whether every node has all rows
     * @param lostPartitions partitions without any owner
     */
    public CacheStatus(
            String name, long rows, long bytes, int partitions, int backups, boolean replicated, int lostPartitions) {
        this.name = name;
        this.rows = rows;
        this.bytes = bytes;
        this.partitions = partitions;
        this.backups = backups;
        this.replicated = replicated;
        this.lostPartitions = lostPartitions;
    }

    public String name() {
        return name;
    }

    public long rows() {
        return rows;
    }

    public long bytes() {
        return bytes;
    }

    public int partitions() {
        return partitions;
    }

    public int backups() {
        return backups;
    }

    public boolean replicated() {
        return replicated;
    }

    public int lostPartitions() {
        return lostPartitions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheStatus that
                && name.equals(that.name)
                && rows == that.rows
                && bytes == that.bytes
                && partitions == that.partitions
                && backups == that.backups
                && replicated == that.replicated
                && lostPartitions == that.lostPartitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, rows, bytes, partitions, backups, replicated, lostPartitions);
    }

    @Override
    public String toString() {
        return "CacheStatus[%s, %s, %s, %s, %s]".formatted(name, rows, bytes, partitions, backups);
    }
}
