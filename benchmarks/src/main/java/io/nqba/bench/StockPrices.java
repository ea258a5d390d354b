package io.nqba.bench;

import io.nqba.compute.kernel.portfolio.Covariances;
import io.nqba.compute.kernel.portfolio.ExpectedReturns;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The 20 shares of PyPortfolioOpt's tests, 1989 to 2018.
 *
 * @param returns daily, with gaps where a share was not listed
 * @param universe annual growth and sample covariance
 */
record StockPrices(ReturnMatrix returns, Universe universe) {
    static StockPrices read(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("goliath/pyportfolioopt/stock_prices.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        int assets = header.size() - 1;
        double[][] prices = new double[assets][lines.size() - 1];
        for (int t = 1; t < lines.size(); t++) {
            String[] cells = lines.get(t).split(",", -1);
            for (int j = 0; j < assets; j++) {
                prices[j][t - 1] = cells[j + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[j + 1]);
            }
        }
        ReturnMatrix returns = ReturnMatrix.fromPrices(prices);
        return new StockPrices(
                returns,
                new Universe(
                        header.subList(1, header.size()),
                        ExpectedReturns.historicalGrowth(returns, 252),
                        Covariances.sample(returns, 252)));
    }
}
