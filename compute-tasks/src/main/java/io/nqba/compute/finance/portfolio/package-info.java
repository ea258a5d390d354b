/**
 * Portfolio runs: a request becomes a problem of the kernels on the node that owns the portfolio, searches go on in rounds that are saved,
 * the points of a frontier are spread over the nodes.
 */
@NullMarked
package io.nqba.compute.finance.portfolio;

import org.jspecify.annotations.NullMarked;
