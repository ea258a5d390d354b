/** Sales: accounts, leads, opportunities, who works on them, and what is known about their chances. */
@NullMarked
package io.nqba.model.sales;

import org.jspecify.annotations.NullMarked;
