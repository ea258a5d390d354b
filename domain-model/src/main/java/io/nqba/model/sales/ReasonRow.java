package io.nqba.model.sales;

/** How often a reason was given. Crosses the grid wire. */
public final class ReasonRow {
    private final CloseReason reason;
    private final long won;
    private final long lost;
    private final double lostMoney;

    /**
     * @param reason the reason
     * @param won deals won for it
     * @param lost deals lost for it
     * @param lostMoney what was offered in the lost ones, currency of the book, as far as it is known
     */
    public ReasonRow(CloseReason reason, long won, long lost, double lostMoney) {
        this.reason = reason;
        this.won = won;
        this.lost = lost;
        this.lostMoney = lostMoney;
    }

    public CloseReason reason() {
        return reason;
    }

    public long won() {
        return won;
    }

    public long lost() {
        return lost;
    }

    public double lostMoney() {
        return lostMoney;
    }
}
