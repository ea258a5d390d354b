/** Runs of every business unit: submit, follow, cancel. */
@NullMarked
package io.nqba.console.optimisation;

import org.jspecify.annotations.NullMarked;
