/** The one place that says how every cache is partitioned, backed up and indexed. */
@NullMarked
package io.nqba.node.cache;

import org.jspecify.annotations.NullMarked;
