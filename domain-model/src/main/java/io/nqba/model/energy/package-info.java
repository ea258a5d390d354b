/** FLYFOX: sites, batteries, readings, prices and schedules as they are stored. */
@NullMarked
package io.nqba.model.energy;

import org.jspecify.annotations.NullMarked;
