@NullMarked
package io.nqba.compute.kernel.mandate;

import org.jspecify.annotations.NullMarked;
