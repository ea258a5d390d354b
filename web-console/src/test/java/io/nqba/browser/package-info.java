/** The main job of the console in a real browser, on a real grid with demo data. */
@NullMarked
package io.nqba.browser;

import org.jspecify.annotations.NullMarked;
