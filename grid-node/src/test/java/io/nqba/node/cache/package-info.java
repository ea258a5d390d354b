@NullMarked
package io.nqba.node.cache;

import org.jspecify.annotations.NullMarked;
