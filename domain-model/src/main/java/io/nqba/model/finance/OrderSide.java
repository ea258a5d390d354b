package io.nqba.model.finance;

/** Direction of an order. */
public enum OrderSide {
    /** Adds shares. */
    BUY,
    /** Takes shares away, below 0 sells short. */
    SELL;

    /** Returns 1 for a purchase, -1 for a sale. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
