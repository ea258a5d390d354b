package io.nqba.node.energy;

import io.nqba.model.energy.MeterReading;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/**
 * The meter of one generated home. A reading depends on the seed, the home and the hour only, so any window, asked in any
 * order, shows the same values. Keeps the day it is in, hence not for several threads; make one per thread.
 */
final class HomeMeter {
    /** Cut the tail of the draw: nothing in the real set exceeds 8.9 kWh an hour or, but for two homes, 8 times its mean. */
    private static final double HIGHEST_KWH = 9.0;

    private static final double HIGHEST_OVER_MEAN = 7.0;

    /** Passing shade and dirt differ from roof to roof: the real plants correlate at 0.84, not at 1. */
    private static final double ROOF_SPREAD = 0.25;

    private static final double HOUR_PERSISTENCE = 0.6;
    private static final double SEASON_MEAN = seasonMean();

    private final Home home;
    private final long seed;
    private final int index;
    private final Weather weather;
    private final ZoneId zone;
    private final double[] loadOfDay = new double[24];
    private final double[] roofOfDay = new double[24];
    private long dayInUse = Long.MIN_VALUE;

    HomeMeter(long seed, int index, Weather weather, ZoneId zone) {
        this.home = Home.at(seed, index);
        this.seed = seed;
        this.index = index;
        this.weather = weather;
        this.zone = zone;
    }

    /** Returns what the meter shows for the hour that begins then. */
    MeterReading reading(Instant start) {
        ZonedDateTime hour = start.atZone(zone);
        LocalDate date = hour.toLocalDate();
        if (date.toEpochDay() != dayInUse) {
            drawDay(date, TimeOfUse.isWeekend(hour));
        }
        double solar = home.solarKw() * home.solarQuality() * weather.solarYield(hour);
        solar *= roofOfDay[hour.getHour()];
        return new MeterReading(loadOfDay[hour.getHour()], solar);
    }

    private void drawDay(LocalDate date, boolean weekend) {
        dayInUse = date.toEpochDay();
        SplittableRandom dice = Dice.at(seed, Purpose.HOME_DAY, index, dayInUse);
        // Two days more of use at weekends must not raise the mean of the year.
        double lift = (weekend ? home.weekendLift() : 1) * 7 / (5 + 2 * home.weekendLift());
        double season = 1 + home.seasonality() * (season(date.getDayOfYear()) / SEASON_MEAN - 1);
        double level =
                home.meanKwh() * lift * season * weather.demandFactor(date) * Dice.lognormal(dice.nextGaussian(), 0.20);
        double highest = Math.min(HIGHEST_KWH, HIGHEST_OVER_MEAN * home.meanKwh());
        double drift = dice.nextGaussian();
        for (int hour = 0; hour < 24; hour++) {
            double news = Math.sqrt(1 - HOUR_PERSISTENCE * HOUR_PERSISTENCE) * dice.nextGaussian();
            drift = HOUR_PERSISTENCE * drift + news;
            double active = home.rhythm().at(hour, weekend) * Dice.lognormal(drift, home.restlessness());
            double value = level * (home.standbyShare() + (1 - home.standbyShare()) * active);
            roofOfDay[hour] = Math.max(0, 1 - ROOF_SPREAD * Math.abs(dice.nextGaussian()));
            loadOfDay[hour] = Math.min(highest, value);
        }
    }

    /** Cooling in July, heating around New Year, little in spring and autumn. */
    private static double season(int dayOfYear) {
        double cooling = 0.62 * bell(dayOfYear, 205, 38);
        double heating = 0.32 * bell(dayOfYear, 5, 32);
        return 0.80 + cooling + heating;
    }

    private static double bell(int dayOfYear, double centre, double width) {
        double apart = Math.abs(dayOfYear - centre);
        double distance = Math.min(apart, 365.25 - apart);
        return Math.exp(-distance * distance / (2 * width * width));
    }

    private static double seasonMean() {
        double sum = 0;
        for (int day = 1; day <= 365; day++) {
            sum += season(day);
        }
        return sum / 365;
    }
}
