/** Pure numerics: JDK and model only, so that a kernel runs in a unit test, a benchmark and a job alike. */
@NullMarked
package io.nqba.compute.kernel;

import org.jspecify.annotations.NullMarked;
