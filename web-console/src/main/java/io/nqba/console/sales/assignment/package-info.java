/** Who shall work on what: runs that assign leads and deals, and what they found. */
@NullMarked
package io.nqba.console.sales.assignment;

import org.jspecify.annotations.NullMarked;
