/** Reads files of rows: what a loader and a console do the same way. */
@NullMarked
package io.nqba.intake;

import org.jspecify.annotations.NullMarked;
