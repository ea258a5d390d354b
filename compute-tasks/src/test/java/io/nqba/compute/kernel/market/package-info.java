@NullMarked
package io.nqba.compute.kernel.market;

import org.jspecify.annotations.NullMarked;
