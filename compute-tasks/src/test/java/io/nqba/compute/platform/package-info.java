@NullMarked
package io.nqba.compute.platform;

import org.jspecify.annotations.NullMarked;
