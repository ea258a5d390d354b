/** Finding what is written twice. */
@NullMarked
package io.nqba.compute.kernel.duplicates;

import org.jspecify.annotations.NullMarked;
