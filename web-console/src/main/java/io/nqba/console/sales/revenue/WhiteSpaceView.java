package io.nqba.console.sales.revenue;

import io.nqba.model.sales.WhiteSpaceRow;
import org.jspecify.annotations.Nullable;

/**
 * A product that an account does not have and its peers buy.
 *
 * @param accountId the account
 * @param name what people call it
 * @param sector line of business
 * @param size people employed, as a range
 * @param productId the product
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
public record WhiteSpaceView(
        String accountId,
        String name,
        String sector,
        String size,
        String productId,
        long peersBuying,
        long peers,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double money,
        @Nullable Double value,
        long lost,
        long open) {
    public static WhiteSpaceView of(WhiteSpaceRow row) {
        return new WhiteSpaceView(
                row.accountId(),
                row.name(),
                row.sector(),
                row.size(),
                row.productId(),
                row.peersBuying(),
                row.peers(),
                SalesFigures.known(row.share()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.money()),
                SalesFigures.known(row.value()),
                row.lost(),
                row.open());
    }
}
