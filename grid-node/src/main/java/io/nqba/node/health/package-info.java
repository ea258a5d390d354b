/** What operators and their tools ask a node over HTTP: is it alive, is it ready, how is it doing. */
@NullMarked
package io.nqba.node.health;

import org.jspecify.annotations.NullMarked;
