@NullMarked
package io.nqba.compute.kernel.scoring;

import org.jspecify.annotations.NullMarked;
