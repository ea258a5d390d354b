@NullMarked
package io.nqba.node.platform;

import org.jspecify.annotations.NullMarked;
