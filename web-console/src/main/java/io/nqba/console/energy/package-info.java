/** FLYFOX: districts, sites, readings, schedules, demand response. */
@NullMarked
package io.nqba.console.energy;

import org.jspecify.annotations.NullMarked;
