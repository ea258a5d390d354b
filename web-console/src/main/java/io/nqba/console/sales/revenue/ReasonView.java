package io.nqba.console.sales.revenue;

import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.ReasonRow;
import org.jspecify.annotations.Nullable;

/**
 * How often a reason was given.
 *
 * @param reason the reason
 * @param won deals won for it
 * @param lost deals lost for it
 * @param lostMoney what was offered in the lost ones, currency of the book, as far as it is known
 */
public record ReasonView(
        CloseReason reason, long won, long lost, @Nullable Double lostMoney) {
    public static ReasonView of(ReasonRow row) {
        return new ReasonView(row.reason(), row.won(), row.lost(), SalesFigures.known(row.lostMoney()));
    }
}
