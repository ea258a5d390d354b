/** The grid: nodes, partitions, caches, joins and leaves. */
@NullMarked
package io.nqba.console.page.platform;

import org.jspecify.annotations.NullMarked;
