/** The only package that knows Ignite: one thin client, and the adapters of the features' ports. */
@NullMarked
package io.nqba.console.grid;

import org.jspecify.annotations.NullMarked;
