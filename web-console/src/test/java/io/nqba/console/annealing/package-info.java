/** Problems and answers over REST. */
@NullMarked
package io.nqba.console.annealing;

import org.jspecify.annotations.NullMarked;
