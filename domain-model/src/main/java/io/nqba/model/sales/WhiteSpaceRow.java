package io.nqba.model.sales;

/** A product that an account does not have and its peers buy. Crosses the grid wire. */
public final class WhiteSpaceRow {
    private final String accountId;
    private final String name;
    private final String sector;
    private final String size;
    private final String productId;
    private final long peersBuying;
    private final long peers;
    private final double share;
    private final double low;
    private final double high;
    private final double money;
    private final double value;
    private final long lost;
    private final long open;

    /**
     * @param accountId the {@link Account}
     * @param name what people call it
     * @param sector line of business
     * @param size people employed, as a range
     * @param productId the {@link Product}
     * @param peersBuying peers that bought it
     * @param peers peers there are: same sector, same size
     * @param share share of such accounts that buy it, small groups of peers drawn towards all
     * @param low lower end of its interval
     * @param high upper end
     * @param money what it brings from an account that buys it, on average
     * @param value money to be expected if the account is as its peers are
     * @param lost deals about it that the account let go
     * @param open deals about it that are open
     */
    public WhiteSpaceRow(
            String accountId,
            String name,
            String sector,
            String size,
            String productId,
            long peersBuying,
            long peers,
            double share,
            double low,
            double high,
            double money,
            double value,
            long lost,
            long open) {
        this.accountId = accountId;
        this.name = name;
        this.sector = sector;
        this.size = size;
        this.productId = productId;
        this.peersBuying = peersBuying;
        this.peers = peers;
        this.share = share;
        this.low = low;
        this.high = high;
        this.money = money;
        this.value = value;
        this.lost = lost;
        this.open = open;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public String sector() {
        return sector;
    }

    public String size() {
        return size;
    }

    public String productId() {
        return productId;
    }

    public long peersBuying() {
        return peersBuying;
    }

    public long peers() {
        return peers;
    }

    public double share() {
        return share;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double money() {
        return money;
    }

    public double value() {
        return value;
    }

    public long lost() {
        return lost;
    }

    public long open() {
        return open;
    }
}
