/** Tests of the adapters against a real grid. */
@NullMarked
package io.nqba.console.grid;

import org.jspecify.annotations.NullMarked;
