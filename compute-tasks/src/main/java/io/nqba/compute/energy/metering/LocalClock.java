package io.nqba.compute.energy.metering;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clocks on the wall say in each slot of a range: hour of day, day type, and the local day or month it belongs to.
 * A day of a clock change has 23 or 25 hours; its slots fall into the hours they are called.
 */
final class LocalClock {
    /** Day types times slots of a day. */
    static final int DAY_TYPES = 2;

    private final int[] hourOfDay;
    private final int[] slotOfDay;
    private final boolean[] weekend;
    private final int[] period;
    private final long[] periodStarts;
    private final int slotsOfDay;

    private LocalClock(SlotRange range, ZoneId zone, boolean byMonth) {
        int slots = range.slots();
        int slotMinutes = (int) (range.slotMillis() / 60_000);
        slotsOfDay = Math.max(1, (int) Math.ceil(1440.0 / slotMinutes));
        hourOfDay = new int[slots];
        slotOfDay = new int[slots];
        weekend = new boolean[slots];
        period = new int[slots];
        List<Long> starts = new ArrayList<>();
        LocalDate current = LocalDate.MIN;
        for (int slot = 0; slot < slots; slot++) {
            ZonedDateTime time = Instant.ofEpochMilli(range.at(slot)).atZone(zone);
            LocalDate date = byMonth ? time.toLocalDate().withDayOfMonth(1) : time.toLocalDate();
            if (!date.equals(current)) {
                current = date;
                starts.add(date.atStartOfDay(zone).toInstant().toEpochMilli());
            }
            hourOfDay[slot] = time.getHour();
            slotOfDay[slot] = (time.getHour() * 60 + time.getMinute()) / slotMinutes;
            weekend[slot] = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            period[slot] = starts.size() - 1;
        }
        periodStarts = starts.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns the clock with one period a local day. */
    static LocalClock byDay(SlotRange range, ZoneId zone) {
        return new LocalClock(range, zone, false);
    }

    /** Returns the clock with one period a calendar month. */
    static LocalClock byMonth(SlotRange range, ZoneId zone) {
        return new LocalClock(range, zone, true);
    }

    int hourOfDay(int slot) {
        return hourOfDay[slot];
    }

    int slotsOfDay() {
        return slotsOfDay;
    }

    int slotOfDay(int slot) {
        return slotOfDay[slot];
    }

    boolean isWeekend(int slot) {
        return weekend[slot];
    }

    /** Returns which bucket a slot falls into: day type times slot of day, 0..buckets()-1. */
    int bucket(int slot) {
        return slotOfDay[slot] + (weekend[slot] ? slotsOfDay : 0);
    }

    int buckets() {
        return DAY_TYPES * slotsOfDay;
    }

    int period(int slot) {
        return period[slot];
    }

    int periods() {
        return periodStarts.length;
    }

    /** Returns the beginning of the local day or month, epoch milliseconds; it may lie before the range. */
    long periodStart(int index) {
        return periodStarts[index];
    }
}
