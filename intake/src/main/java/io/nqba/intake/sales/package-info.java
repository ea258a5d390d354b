/** Reads leads and deals out of files. */
@NullMarked
package io.nqba.intake.sales;

import org.jspecify.annotations.NullMarked;
