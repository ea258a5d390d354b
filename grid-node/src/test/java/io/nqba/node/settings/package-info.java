@NullMarked
package io.nqba.node.settings;

import org.jspecify.annotations.NullMarked;
