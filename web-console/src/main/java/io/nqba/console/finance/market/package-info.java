/** Market intelligence. */
@NullMarked
package io.nqba.console.finance.market;

import org.jspecify.annotations.NullMarked;
