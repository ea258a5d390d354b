@NullMarked
package io.nqba.privacy;

import org.jspecify.annotations.NullMarked;
