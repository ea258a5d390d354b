/** Leads, accounts, deals and agents over REST. Persons are opened here, for those who may see them. */
@NullMarked
package io.nqba.console.sales;

import org.jspecify.annotations.NullMarked;
