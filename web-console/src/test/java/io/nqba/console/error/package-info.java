/** Tests of problem documents. */
@NullMarked
package io.nqba.console.error;

import org.jspecify.annotations.NullMarked;
