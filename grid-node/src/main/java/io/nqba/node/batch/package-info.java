/** The command line for batch jobs: solve, submit, watch, cancel. */
@NullMarked
package io.nqba.node.batch;

import org.jspecify.annotations.NullMarked;
