/** Risk of books and portfolios: positions are added up where they lie, scenarios are valued where they lie, only sums travel. */
@NullMarked
package io.nqba.compute.finance.risk;

import org.jspecify.annotations.NullMarked;
