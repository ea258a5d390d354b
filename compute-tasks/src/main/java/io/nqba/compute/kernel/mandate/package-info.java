/**
 * Mandates of one firm: many portfolios that choose from one universe and share limits on what they hold and trade together. Each is
 * a small strictly convex programme; the limits reach it as prices.
 */
@NullMarked
package io.nqba.compute.kernel.mandate;

import org.jspecify.annotations.NullMarked;
