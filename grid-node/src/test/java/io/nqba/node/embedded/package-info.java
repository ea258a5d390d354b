@NullMarked
package io.nqba.node.embedded;

import org.jspecify.annotations.NullMarked;
