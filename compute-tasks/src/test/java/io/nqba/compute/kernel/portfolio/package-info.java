@NullMarked
package io.nqba.compute.kernel.portfolio;

import org.jspecify.annotations.NullMarked;
