package io.nqba.console.optimisation;

/**
 * What another policy would get.
 *
 * @param name stable name, such as {@code no-battery}
 * @param value objective under it, in the unit of the run's value
 */
public record BaselineView(String name, double value) {}
