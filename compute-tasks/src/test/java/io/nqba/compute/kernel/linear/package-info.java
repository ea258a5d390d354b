@NullMarked
package io.nqba.compute.kernel.linear;

import org.jspecify.annotations.NullMarked;
