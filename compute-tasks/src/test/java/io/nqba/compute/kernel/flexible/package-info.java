@NullMarked
package io.nqba.compute.kernel.flexible;

import org.jspecify.annotations.NullMarked;
