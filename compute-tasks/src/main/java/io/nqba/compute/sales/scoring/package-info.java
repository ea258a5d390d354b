/** SIGMA's lead scoring: models learnt from sums of what every node has, kept with their cards, used next to the leads. */
@NullMarked
package io.nqba.compute.sales.scoring;

import org.jspecify.annotations.NullMarked;
