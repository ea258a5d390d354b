/** FLYFOX: a district, its sites, and a form to start a run. */
@NullMarked
package io.nqba.console.page.energy;

import org.jspecify.annotations.NullMarked;
