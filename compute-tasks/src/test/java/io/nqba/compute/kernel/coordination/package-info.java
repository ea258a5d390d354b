@NullMarked
package io.nqba.compute.kernel.coordination;

import org.jspecify.annotations.NullMarked;
