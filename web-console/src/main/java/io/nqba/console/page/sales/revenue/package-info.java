/** Pages of SIGMA about what deals bring and who buys. */
@NullMarked
package io.nqba.console.page.sales.revenue;

import org.jspecify.annotations.NullMarked;
