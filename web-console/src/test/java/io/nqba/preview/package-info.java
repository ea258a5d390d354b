/** The pages over invented answers, to look at without a grid. */
@NullMarked
package io.nqba.preview;

import org.jspecify.annotations.NullMarked;
