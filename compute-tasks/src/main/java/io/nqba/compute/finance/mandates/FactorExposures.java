package io.nqba.compute.finance.mandates;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.finance.Instrument;
import java.util.List;

/** Exposure of each instrument to the factors that firms limit, from its own prices. */
final class FactorExposures {
    /** {@code market}: beta to the mean of all; {@code volatility}: own over mean volatility; {@code momentum}: return of 12 months but the last. */
    static final List<String> NAMES = List.of("market", "volatility", "momentum");

    private static final int YEAR = 252;
    private static final int MONTH = 21;

    private final List<Instrument> instruments;
    private final PriceHistory history;
    private final ReturnMatrix returns;

    FactorExposures(List<Instrument> instruments, PriceHistory history, ReturnMatrix returns) {
        this.instruments = instruments;
        this.history = history;
        this.returns = returns;
    }

    /** Returns the exposures to a factor; all 0 when there is no such factor. */
    double[] of(String name) {
        return switch (name) {
            case "market" -> betas();
            case "volatility" -> volatilities();
            case "momentum" -> momenta();
            default -> new double[instruments.size()];
        };
    }

    private double[] betas() {
        int periods = returns.periods();
        double[] market = new double[periods];
        for (int t = 0; t < periods; t++) {
            int count = 0;
            for (int j = 0; j < returns.assets(); j++) {
                if (!Double.isNaN(returns.get(j, t))) {
                    market[t] += returns.get(j, t);
                    count++;
                }
            }
            market[t] /= Math.max(1, count);
        }
        double[] betas = new double[instruments.size()];
        for (int j = 0; j < betas.length; j++) {
            betas[j] = beta(j, market);
        }
        return betas;
    }

    private double beta(int asset, double[] market) {
        double meanAsset = 0;
        double meanMarket = 0;
        int count = 0;
        for (int t = 0; t < market.length; t++) {
            if (!Double.isNaN(returns.get(asset, t))) {
                meanAsset += returns.get(asset, t);
                meanMarket += market[t];
                count++;
            }
        }
        meanAsset /= Math.max(1, count);
        meanMarket /= Math.max(1, count);
        double together = 0;
        double variance = 0;
        for (int t = 0; t < market.length; t++) {
            if (!Double.isNaN(returns.get(asset, t))) {
                together += (returns.get(asset, t) - meanAsset) * (market[t] - meanMarket);
                variance += (market[t] - meanMarket) * (market[t] - meanMarket);
            }
        }
        return variance > 0 ? together / variance : 0;
    }

    private double[] volatilities() {
        double[] deviations = new double[instruments.size()];
        double sum = 0;
        for (int j = 0; j < deviations.length; j++) {
            double squares = 0;
            int count = 0;
            for (int t = 0; t < returns.periods(); t++) {
                double value = returns.get(j, t);
                if (!Double.isNaN(value)) {
                    squares += value * value;
                    count++;
                }
            }
            deviations[j] = Math.sqrt(squares / Math.max(1, count));
            sum += deviations[j];
        }
        for (int j = 0; j < deviations.length; j++) {
            deviations[j] *= deviations.length / sum;
        }
        return deviations;
    }

    private double[] momenta() {
        int last = history.days().length - 1;
        double[] momenta = new double[instruments.size()];
        for (int j = 0; j < momenta.length; j++) {
            String id = instruments.get(j).instrumentId();
            double before = history.closeAt(id, Math.max(0, last - YEAR));
            double recent = history.closeAt(id, Math.max(0, last - MONTH));
            momenta[j] = before > 0 && recent > 0 ? recent / before - 1 : 0;
        }
        return momenta;
    }
}
