package io.nqba.compute.energy;

import io.nqba.model.energy.District;
import io.nqba.model.energy.EnergyRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The slots that a request covers, on the clock of its district. */
final class SchedulingWindow {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final EnergyRequest request;
    private final District district;

    SchedulingWindow(EnergyRequest request, District district) {
        this.request = request;
        this.district = district;
    }

    int slots() {
        return request.slots();
    }

    double slotHours() {
        return district.intervalMinutes() / 60.0;
    }

    long slotMillis() {
        return district.intervalMinutes() * 60_000L;
    }

    /** Returns when a slot begins, epoch milliseconds. */
    long startOf(int slot) {
        return request.startMillis() + slot * slotMillis();
    }

    /** Returns the slot that begins at a time, epoch milliseconds. */
    int slotOf(long startMillis) {
        return (int) ((startMillis - request.startMillis()) / slotMillis());
    }

    /** Returns the end of the last slot, epoch milliseconds. */
    long endMillis() {
        return startOf(slots());
    }

    /** Returns the local time of a slot for people. */
    String clock(int slot) {
        return clock(startOf(slot));
    }

    String clock(long epochMillis) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.of(district.timeZone())));
    }
}
