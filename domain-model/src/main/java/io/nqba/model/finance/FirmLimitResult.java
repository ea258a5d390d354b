package io.nqba.model.finance;

/** How a limit of the firm is used by one run, in the unit of the limit, and what it costs. Part of a {@link MandateReport}. */
public final class FirmLimitResult {
    private final FirmLimit limit;

    private final double useNow;

    private final double useAlone;

    private final double use;

    private final double shadowPrice;

    /**
     * @param limit the limit
     * @param useNow use of the present holdings; what they trade is nothing
     * @param useAlone use if every mandate minded itself only
     * @param use use of the proposed weights
     * @param shadowPrice what all mandates together would gain by one more unit of the limit, money per year
     */
    public FirmLimitResult(FirmLimit limit, double useNow, double useAlone, double use, double shadowPrice) {
        this.limit = limit;
        this.useNow = useNow;
        this.useAlone = useAlone;
        this.use = use;
        this.shadowPrice = shadowPrice;
    }

    public FirmLimit limit() {
        return limit;
    }

    public double useNow() {
        return useNow;
    }

    public double useAlone() {
        return useAlone;
    }

    public double use() {
        return use;
    }

    public double shadowPrice() {
        return shadowPrice;
    }
}
