@NullMarked
package io.nqba.compute.kernel.duplicates;

import org.jspecify.annotations.NullMarked;
