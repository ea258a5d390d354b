/** The list of runs and one run as it closes. */
@NullMarked
package io.nqba.console.page.optimisation;

import org.jspecify.annotations.NullMarked;
