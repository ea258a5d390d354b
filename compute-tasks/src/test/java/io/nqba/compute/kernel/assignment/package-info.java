@NullMarked
package io.nqba.compute.kernel.assignment;

import org.jspecify.annotations.NullMarked;
