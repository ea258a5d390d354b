package io.nqba.node.finance;

import io.nqba.model.error.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * What a generated market is made of. Equal recipes give equal prices, and a recipe that ends later gives the same prices
 * up to the earlier end, as they were paid.
 *
 * @param universeId id of the universe, in lower case
 * @param name what people call it
 * @param instruments shares of companies, beside the fund that holds the market
 * @param firstDay first day with prices
 * @param lastDay last day with prices, inclusive
 * @param seed equal seeds give equal markets
 */
public record MarketRecipe(
        String universeId, String name, int instruments, LocalDate firstDay, LocalDate lastDay, long seed) {
    static final String CURRENCY = "USD";

    private static final int MOST_INSTRUMENTS = 5_000;
    private static final int MOST_DAYS = 20_000;
    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25));

    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public MarketRecipe {
        Require.text("universe", universeId);
        Require.text("name", name);
        Require.within("instruments", instruments, 1, MOST_INSTRUMENTS);
        Require.within("days", lastDay.toEpochDay() - firstDay.toEpochDay(), 7, MOST_DAYS);
    }

    /** Returns the days of trading: weekdays but New Year and Christmas. Epoch days, ascending. */
    long[] days() {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .filter(MarketRecipe::isTradingDay)
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    static boolean isTradingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !CLOSED.contains(MonthDay.from(day));
    }

    MarketRecipe until(LocalDate newLastDay) {
        return new MarketRecipe(universeId, name, instruments, firstDay, newLastDay, seed);
    }
}
