package io.nqba.console.page;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * How figures are written for people: grouped digits, the unit after a space that does not break, a true minus sign. The
 * browser code has a twin in {@code format.js}; a browser test holds the two together.
 */
public final class Figures {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String UNKNOWN = "–";
    private static final Map<String, String> CURRENCY_SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** Returns {@code 33,394.79 $}; a dash when the amount is unknown. */
    public static String money(double amount, String currency) {
        return withUnit(number(amount, 2), CURRENCY_SIGNS.getOrDefault(currency, currency));
    }

    /**
     * Returns an objective in its unit: money with two decimals, anything else as a plain number, integers exactly and
     * others with decimals that tell them from integers.
     *
     * @param unit a currency, another unit such as {@code points}, or empty for none
     */
    public static String amount(double value, String unit) {
        if (money(unit)) {
            return money(value, unit);
        }
        double size = Math.abs(value);
        int decimals = Math.rint(value) == value ? 0 : size >= 1000 ? 2 : size >= 1 ? 4 : 6;
        return withUnit(number(value, decimals), unit);
    }

    /** Returns whether a unit is a currency, by its three capital letters. */
    public static boolean money(String unit) {
        return unit.matches("[A-Z]{3}");
    }

    /** Returns {@code 2.3333 $/kW}: two to four decimals, as many as it has. */
    public static String rate(double amount, String currency, String per) {
        if (!Double.isFinite(amount)) {
            return UNKNOWN;
        }
        int decimals = 4;
        while (decimals > 2 && Math.rint(amount * 1e4) % Math.pow(10, 5 - decimals) == 0) {
            decimals--;
        }
        return withUnit(number(amount, decimals), currencySign(currency) + "/" + per);
    }

    /** Returns the sign of a currency, or its code when it has none. */
    public static String currencySign(String currency) {
        return CURRENCY_SIGNS.getOrDefault(currency, currency);
    }

    /** Returns {@code 25.3 kW}. */
    public static String kilowatts(double power) {
        return withUnit(number(power, 1), "kW");
    }

    /** Returns {@code 1,204 kWh}, with one decimal below 100. */
    public static String kilowattHours(double energy) {
        return withUnit(number(energy, Math.abs(energy) < 100 ? 1 : 0), "kWh");
    }

    /** Returns {@code 412 kg}, with one decimal below 100. */
    public static String kilograms(double mass) {
        return withUnit(number(mass, Math.abs(mass) < 100 ? 1 : 0), "kg");
    }

    /** Returns {@code 33.8 %} for 0.338. */
    public static String percent(double share) {
        return withUnit(number(share * 100, 1), "%");
    }

    /**
     * Returns a gap in per cent with two significant digits, rounded up: the sentence around it says "at most", which a
     * gap rounded down would make false.
     */
    public static String gap(double share) {
        if (!Double.isFinite(share)) {
            return UNKNOWN;
        }
        double percent = Math.max(0, share * 100);
        if (percent < 1e-7) {
            return withUnit("0", "%");
        }
        int decimals = Math.min(9, Math.max(percent >= 10 ? 1 : 2, 1 - (int) Math.floor(Math.log10(percent))));
        double scale = Math.pow(10, decimals);
        // The subtrahend keeps an exact 0.01 from becoming 0.011 by the last bit of the product.
        return withUnit(trimmed(Math.ceil(percent * scale - 1e-6) / scale, decimals), "%");
    }

    /** Returns {@code 12 MB} and the like, by powers of 1024. */
    public static String bytes(long count) {
        if (count < 1024) {
            return withUnit(Long.toString(count), "B");
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = count / 1024.0;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return withUnit(number(value, value < 10 ? 1 : 0), units[unit]);
    }

    /** Returns {@code 12,345}. */
    public static String count(long count) {
        return number((double) count, 0);
    }

    /** Returns a figure with a fixed number of decimals; a dash when it is not finite. */
    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        String text = format(decimals, true).format(value);
        return text.matches("-[0.,]*") ? text.substring(1) : text.replace('-', '−');
    }

    /** Returns {@code 340 ms}, {@code 8.4 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1000) {
            return withUnit(Long.toString(millis), "ms");
        }
        long seconds = millis / 1000;
        if (seconds < 60) {
            return withUnit(number(millis / 1000.0, 1), "s");
        }
        if (seconds < 3600) {
            return withUnit(Long.toString(seconds / 60), "min") + " " + withUnit(Long.toString(seconds % 60), "s");
        }
        return withUnit(Long.toString(seconds / 3600), "h") + " " + withUnit(Long.toString(seconds % 3600 / 60), "min");
    }

    /** Returns {@code 3 min ago}; the browser keeps it true. */
    public static String ago(Instant instant, Instant now) {
        long seconds = Math.max(0, Duration.between(instant, now).toSeconds());
        if (seconds < 5) {
            return "just now";
        }
        if (seconds < 60) {
            return seconds + " s ago";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min ago";
        }
        return seconds < 86_400 ? seconds / 3600 + " h ago" : seconds / 86_400 + " d ago";
    }

    /** Returns {@code 1 Aug 2026, 14:00 Europe/Berlin}. */
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " " + zone.getId();
    }

    /** Returns {@code Sat 1 Aug, 14:00}; the zone stands on the axis beside it. */
    public static String shortMoment(Instant instant, ZoneId zone) {
        return SHORT_MOMENT.format(instant.atZone(zone));
    }

    /** Returns {@code 1 Aug 2026}. */
    public static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    private static String withUnit(String figure, String unit) {
        return figure.equals(UNKNOWN) || unit.isEmpty() ? figure : figure + NO_BREAK_SPACE + unit;
    }

    private static String trimmed(double value, int decimals) {
        return format(decimals, false).format(value);
    }

    private static DecimalFormat format(int decimals, boolean fixed) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(fixed ? decimals : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
