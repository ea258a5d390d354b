@NullMarked
package io.nqba.compute.kernel.storage;

import org.jspecify.annotations.NullMarked;
