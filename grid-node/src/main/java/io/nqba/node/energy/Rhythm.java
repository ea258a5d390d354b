package io.nqba.node.energy;

import java.util.SplittableRandom;

/** Use by hour of day relative to its mean, on weekdays and at weekends. Three humps of varying height over a floor. */
final class Rhythm {
    private final double[] weekday;
    private final double[] weekend;

    private Rhythm(double[] weekday, double[] weekend) {
        this.weekday = weekday;
        this.weekend = weekend;
    }

    static Rhythm draw(SplittableRandom dice) {
        double floor = dice.nextDouble(0.25, 0.45);
        double morning = dice.nextDouble(0.1, 1.0);
        double midday = dice.nextDouble(0.0, 1.1);
        double evening = dice.nextDouble(0.4, 1.4);
        double morningHour = dice.nextDouble(7.5, 10.5);
        double middayHour = dice.nextDouble(11.5, 14.5);
        double eveningHour = dice.nextDouble(17.0, 20.5);
        double[] weekday = new double[24];
        double[] weekend = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            double late = evening * hump(hour, eveningHour, 2.6);
            weekday[hour] =
                    floor + morning * hump(hour, morningHour, 1.6) + midday * hump(hour, middayHour, 2.4) + late;
            // At weekends people rise later and are at home at noon.
            weekend[hour] = floor
                    + morning * hump(hour, morningHour + 1, 1.8)
                    + (midday + 0.3) * hump(hour, middayHour, 2.6)
                    + late;
        }
        return new Rhythm(normalised(weekday), normalised(weekend));
    }

    /** Returns use in that hour relative to the mean of the day. */
    double at(int hour, boolean isWeekend) {
        return isWeekend ? weekend[hour] : weekday[hour];
    }

    /** A bell on the circle of hours. */
    private static double hump(int hour, double centre, double width) {
        double apart = Math.abs(hour + 0.5 - centre);
        double distance = Math.min(apart, 24 - apart);
        return Math.exp(-distance * distance / (2 * width * width));
    }

    private static double[] normalised(double[] shape) {
        double sum = 0;
        for (double value : shape) {
            sum += value;
        }
        double[] result = new double[shape.length];
        for (int hour = 0; hour < shape.length; hour++) {
            result[hour] = shape[hour] * shape.length / sum;
        }
        return result;
    }
}
