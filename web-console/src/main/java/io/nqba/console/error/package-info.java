/** Problem documents (RFC 9457) for everything that goes wrong between a request and its answer. */
@NullMarked
package io.nqba.console.error;

import org.jspecify.annotations.NullMarked;
