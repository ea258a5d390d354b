/** Rows of a book of sales that may be the same. */
@NullMarked
package io.nqba.compute.sales.duplicates;

import org.jspecify.annotations.NullMarked;
