/** Tests of the audit. */
@NullMarked
package io.nqba.console.audit;

import org.jspecify.annotations.NullMarked;
