/** FLYFOX on the grid: schedules of batteries and figures about consumption, computed on the nodes that hold the sites. */
@NullMarked
package io.nqba.compute.energy;

import org.jspecify.annotations.NullMarked;
