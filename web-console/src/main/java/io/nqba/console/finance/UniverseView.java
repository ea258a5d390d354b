package io.nqba.console.finance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A set of instruments that are looked at together.
 *
 * @param instruments how many there are
 * @param days how many days of trading
 * @param firstDay null before any price
 * @param lastDay null before any price
 * @param revision grows with every change of its prices
 * @param marketId instrument that stands for the market; null when there is none
 */
public record UniverseView(
        String id,
        String name,
        String currency,
        int instruments,
        int days,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long revision,
        @Nullable String marketId) {}
