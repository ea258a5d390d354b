/** Pages of SIGMA. */
@NullMarked
package io.nqba.console.page.sales;

import org.jspecify.annotations.NullMarked;
