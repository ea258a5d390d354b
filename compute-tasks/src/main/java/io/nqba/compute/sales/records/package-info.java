/** What is done to the rows of sales as a whole, next to the data. */
@NullMarked
package io.nqba.compute.sales.records;

import org.jspecify.annotations.NullMarked;
