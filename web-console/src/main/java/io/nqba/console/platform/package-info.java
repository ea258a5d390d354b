/** The grid as operators see it: nodes, caches, joins and leaves. */
@NullMarked
package io.nqba.console.platform;

import org.jspecify.annotations.NullMarked;
