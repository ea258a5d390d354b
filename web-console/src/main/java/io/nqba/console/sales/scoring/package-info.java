/** Scoring models and scores over REST. */
@NullMarked
package io.nqba.console.sales.scoring;

import org.jspecify.annotations.NullMarked;
