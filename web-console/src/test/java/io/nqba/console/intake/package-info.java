/** Tests of batches. */
@NullMarked
package io.nqba.console.intake;

import org.jspecify.annotations.NullMarked;
