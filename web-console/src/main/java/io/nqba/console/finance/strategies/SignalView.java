package io.nqba.console.finance.strategies;

import java.time.LocalDate;

/**
 * What a strategy wants to hold of an instrument.
 *
 * @param day day whose close it was made on
 * @param weight share of the wealth; negative to be short
 * @param runId run that made it
 */
public record SignalView(String instrumentId, LocalDate day, double weight, String runId) {}
