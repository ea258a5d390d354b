/** The process of one grid node. */
@NullMarked
package io.nqba.node;

import org.jspecify.annotations.NullMarked;
