/** Server-Sent Events: heartbeat, resume, end. */
@NullMarked
package io.nqba.console.stream;

import org.jspecify.annotations.NullMarked;
