/** Who may do what: accounts, sessions, tokens, throttling, headers. */
@NullMarked
package io.nqba.console.security;

import org.jspecify.annotations.NullMarked;
