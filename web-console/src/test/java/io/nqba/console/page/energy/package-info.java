/** Tests of the FLYFOX pages. */
@NullMarked
package io.nqba.console.page.energy;

import org.jspecify.annotations.NullMarked;
