package io.nqba.node.energy;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/**
 * A residential time-of-use tariff of Southern California: 16 to 21 h is dear, summer weekdays most of all. The levels
 * are those of the CityLearn 2022 set.
 */
final class TimeOfUse {
    static final double LOWEST_PRICE = 0.21;

    private static final double SUMMER_LOW = 0.22;
    private static final double SUMMER_WEEKEND_PEAK = 0.40;
    private static final double SUMMER_WEEKDAY_PEAK = 0.54;
    private static final double WINTER_PEAK = 0.50;
    private static final int PEAK_BEGIN_HOUR = 16;
    private static final int PEAK_END_HOUR = 21;

    private TimeOfUse() {}

    /** Returns the price of energy drawn in the hour that begins then, USD per kWh. */
    static double importPrice(ZonedDateTime hour) {
        boolean peak = hour.getHour() >= PEAK_BEGIN_HOUR && hour.getHour() < PEAK_END_HOUR;
        boolean summer = hour.getMonthValue() >= 6 && hour.getMonthValue() <= 9;
        if (!summer) {
            return peak ? WINTER_PEAK : LOWEST_PRICE;
        }
        if (!peak) {
            return SUMMER_LOW;
        }
        return isWeekend(hour) ? SUMMER_WEEKEND_PEAK : SUMMER_WEEKDAY_PEAK;
    }

    static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
