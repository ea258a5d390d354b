/** Rules over all modules. They stand here because this test class path is the only one that has all of them. */
@NullMarked
package io.nqba.arch;

import org.jspecify.annotations.NullMarked;
