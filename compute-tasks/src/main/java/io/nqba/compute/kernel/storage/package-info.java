/**
 * Schedules of one battery at one site: exact, by rule, and smoothed for the coordination of many. Energies are kWh per slot, measured
 * at the site side of the battery unless a name says state of charge.
 */
@NullMarked
package io.nqba.compute.kernel.storage;

import org.jspecify.annotations.NullMarked;
