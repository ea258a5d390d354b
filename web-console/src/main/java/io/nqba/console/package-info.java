/** The reactive console: REST API, pages and live progress over a thin client. */
@NullMarked
package io.nqba.console;

import org.jspecify.annotations.NullMarked;
