/** Tests of comma-separated values. */
@NullMarked
package io.nqba.console.table;

import org.jspecify.annotations.NullMarked;
