package io.nqba.compute.kernel.portfolio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The 20 shares that PyPortfolioOpt's tests use, and the universe that they make. */
record StockPrices(List<String> names, ReturnMatrix returns, Universe universe) {
    static Path folder(String name) {
        Optional<Path> folder = dataFolder().map(data -> data.resolve(name)).filter(Files::isDirectory);
        assumeTrue(folder.isPresent(), "No data set " + name + ": set NQBA_DATA to the folder of the data sets");
        return folder.orElseThrow();
    }

    static StockPrices read() throws IOException {
        List<String> lines = Files.readAllLines(folder("goliath/pyportfolioopt").resolve("stock_prices.csv"));
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
        List<String> names = header.subList(1, header.size());
        return new StockPrices(
                names,
                returns,
                new Universe(names, ExpectedReturns.historicalGrowth(returns, 252), Covariances.sample(returns, 252)));
    }

    private static Optional<Path> dataFolder() {
        String named = System.getenv("NQBA_DATA");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("../shared/data"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
