@NullMarked
package io.nqba.compute.sales.scoring;

import org.jspecify.annotations.NullMarked;
