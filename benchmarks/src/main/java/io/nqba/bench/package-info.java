/** Figures as CSV, each beside its rival or its proven optimum, so that anybody can repeat what the documents claim. */
@NullMarked
package io.nqba.bench;

import org.jspecify.annotations.NullMarked;
