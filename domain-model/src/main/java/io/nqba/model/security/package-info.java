/** Accounts, sessions and what guards them. */
@NullMarked
package io.nqba.model.security;

import org.jspecify.annotations.NullMarked;
