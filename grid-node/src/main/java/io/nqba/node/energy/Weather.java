package io.nqba.node.energy;

import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sun and heat over a district, the same for all of its homes: that is why their PV rises and falls together. Days are
 * drawn one by one (clear, changeable or overcast), hours within a day drift around the day's clearness.
 */
final class Weather {
    /** Latitude of the sites of the real set, degrees. */
    private static final double LATITUDE_DEGREES = 34.1;

    private static final double TILT_DEGREES = 10;
    private static final double HOUR_PERSISTENCE = 0.7;

    private final long seed;
    private final ZoneId zone;
    private final Map<Long, Day> days = new ConcurrentHashMap<>();

    Weather(long seed, ZoneId zone) {
        this.seed = seed;
        this.zone = zone;
    }

    /** Returns PV output per kW installed in the hour that begins then, kWh per kW. */
    double solarYield(ZonedDateTime hour) {
        double elevation = sineOfElevation(hour);
        if (elevation <= 0) {
            return 0;
        }
        Day day = day(hour.toLocalDate());
        // Low sun crosses more air; the best hour of the real set made 0.96.
        double clearSky = 1.10 * Math.pow(elevation, 1.15);
        return Math.min(0.96, clearSky * day.clearness[hour.getHour()]);
    }

    /** Returns how much more than usual the homes draw on that day: heat and cold, mean about 1. */
    double demandFactor(LocalDate date) {
        return day(date).demandFactor;
    }

    private Day day(LocalDate date) {
        return days.computeIfAbsent(date.toEpochDay(), epochDay -> new Day(seed, epochDay, date.getDayOfYear()));
    }

    /** Sun clocks know no daylight saving, so the hour is taken by standard time; its middle counts. */
    private double sineOfElevation(ZonedDateTime hour) {
        var standard = hour.toInstant().atOffset(zone.getRules().getStandardOffset(hour.toInstant()));
        double declination = Math.toRadians(-23.44) * Math.cos(2 * Math.PI * (standard.getDayOfYear() + 10) / 365.25);
        double hourAngle = Math.toRadians(15 * (standard.getHour() + 0.5 - 12.4));
        // Panels lean towards the equator, which is the same as living that much nearer to it.
        double latitude = Math.toRadians(LATITUDE_DEGREES - TILT_DEGREES);
        return Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    }

    private static final class Day {
        private final double[] clearness = new double[24];
        private final double demandFactor;

        Day(long seed, long epochDay, int dayOfYear) {
            SplittableRandom dice = Dice.at(seed, Purpose.WEATHER_DAY, epochDay, 0);
            double winter = 0.5 + 0.5 * Math.cos(2 * Math.PI * (dayOfYear - 10) / 365.25);
            double mean = clearnessOfDay(dice, winter);
            // A day is either calm or restless; overcast and clear ones are calm.
            double restlessness = 0.5 * mean * (1 - mean) + 0.01;
            double drift = dice.nextGaussian();
            for (int hour = 0; hour < 24; hour++) {
                double news = Math.sqrt(1 - HOUR_PERSISTENCE * HOUR_PERSISTENCE) * dice.nextGaussian();
                drift = HOUR_PERSISTENCE * drift + news;
                clearness[hour] = Math.min(1, Math.max(0.03, mean + restlessness * drift));
            }
            demandFactor = Dice.lognormal(dice.nextGaussian(), 0.10);
        }

        private static double clearnessOfDay(SplittableRandom dice, double winter) {
            double kind = dice.nextDouble();
            double overcast = 0.04 + 0.10 * winter;
            if (kind < overcast) {
                return 0.08 + 0.32 * dice.nextDouble();
            }
            if (kind < overcast + 0.18) {
                return 0.45 + 0.40 * dice.nextDouble();
            }
            return 0.86 + 0.13 * dice.nextDouble();
        }
    }
}
