package io.nqba.compute.energy.metering;

/** A stretch of time cut into equal slots. Crosses the grid wire. */
final class SlotRange {
    private final long startMillis;
    private final long slotMillis;
    private final int slots;

    SlotRange(long startMillis, long slotMillis, int slots) {
        this.startMillis = startMillis;
        this.slotMillis = slotMillis;
        this.slots = slots;
    }

    /** Returns the slots that begin in {@code startMillis..endMillis}, the end exclusive. */
    static SlotRange covering(long startMillis, long endMillis, long slotMillis) {
        long first = -Math.floorDiv(-startMillis, slotMillis);
        long end = -Math.floorDiv(-endMillis, slotMillis);
        return new SlotRange(first * slotMillis, slotMillis, Math.toIntExact(Math.max(0, end - first)));
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return at(slots);
    }

    long slotMillis() {
        return slotMillis;
    }

    double slotHours() {
        return slotMillis / 3_600_000.0;
    }

    int slots() {
        return slots;
    }

    long at(int slot) {
        return startMillis + slot * slotMillis;
    }

    /** Returns the slot that holds a time; outside 0..slots-1 when none does. */
    int slotOf(long millis) {
        return (int) Math.floorDiv(millis - startMillis, slotMillis);
    }
}
