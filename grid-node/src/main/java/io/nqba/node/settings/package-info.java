/** Settings of a grid node: what the environment may change, checked before anything starts. */
@NullMarked
package io.nqba.node.settings;

import org.jspecify.annotations.NullMarked;
