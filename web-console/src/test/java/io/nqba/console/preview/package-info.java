/** The pages over invented answers, to look at without a grid. */
@NullMarked
package io.nqba.console.preview;

import org.jspecify.annotations.NullMarked;
