/**
 * Keys to personal data. Whoever shows or writes a person seals and opens here, outside the grid; nodes hold sealed bytes and never a
 * key.
 */
@NullMarked
package io.nqba.privacy;

import org.jspecify.annotations.NullMarked;
