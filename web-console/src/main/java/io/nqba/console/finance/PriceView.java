package io.nqba.console.finance;

import java.time.LocalDate;

/**
 * What an instrument cost on one day.
 *
 * @param close last price as it was paid that day
 * @param adjustedClose last price in shares of today
 * @param volume shares traded; 0 where it is not known
 */
public record PriceView(
        LocalDate day, double open, double high, double low, double close, double adjustedClose, double volume) {}
