/**
 * Loads of a site that may be shifted: appliances that run as one block or in pieces, and cars that charge. Schedules of whole
 * decisions beside a battery, with bounds that hold for the site's share of a coordination. Energies are kWh per slot, measured at the
 * site.
 */
@NullMarked
package io.nqba.compute.kernel.flexible;

import org.jspecify.annotations.NullMarked;
