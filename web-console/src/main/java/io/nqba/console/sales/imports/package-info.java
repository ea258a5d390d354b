/** Files of leads and deals that people bring in: looked at, mapped, checked, imported. */
@NullMarked
package io.nqba.console.sales.imports;

import org.jspecify.annotations.NullMarked;
