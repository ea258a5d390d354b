/** Tests of what the pages share. */
@NullMarked
package io.nqba.console.page;

import org.jspecify.annotations.NullMarked;
