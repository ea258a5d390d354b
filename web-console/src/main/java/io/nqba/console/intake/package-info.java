/** Batches of rows sent to the console, as JSON or CSV: good rows are kept, bad ones reported one by one. */
@NullMarked
package io.nqba.console.intake;

import org.jspecify.annotations.NullMarked;
