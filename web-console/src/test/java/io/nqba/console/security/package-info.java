/** Tests of who may do what. */
@NullMarked
package io.nqba.console.security;

import org.jspecify.annotations.NullMarked;
