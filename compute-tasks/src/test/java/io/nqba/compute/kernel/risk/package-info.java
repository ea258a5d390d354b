@NullMarked
package io.nqba.compute.kernel.risk;

import org.jspecify.annotations.NullMarked;
