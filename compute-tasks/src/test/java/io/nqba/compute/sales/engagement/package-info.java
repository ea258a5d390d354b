@NullMarked
package io.nqba.compute.sales.engagement;

import org.jspecify.annotations.NullMarked;
