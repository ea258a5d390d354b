package io.nqba.compute.energy;

/** Prices of one tariff over a window, shape {@code [slots]}. Sites of the tariff share the arrays; nobody changes them. */
final class TariffPrices {
    private final double[] importPrice;
    private final double[] exportPrice;
    private final double[] weightedImportPrice;

    /**
     * @param importPrice money per kWh drawn
     * @param exportPrice money per kWh fed in
     * @param weightedImportPrice import price plus carbon weight times carbon intensity: what the objective counts per kWh drawn
     */
    TariffPrices(double[] importPrice, double[] exportPrice, double[] weightedImportPrice) {
        this.importPrice = importPrice;
        this.exportPrice = exportPrice;
        this.weightedImportPrice = weightedImportPrice;
    }

    double[] importPrice() {
        return importPrice;
    }

    double[] exportPrice() {
        return exportPrice;
    }

    double[] weightedImportPrice() {
        return weightedImportPrice;
    }

    /** Returns the largest price in absolute value. */
    double largest() {
        double largest = 0;
        for (int t = 0; t < importPrice.length; t++) {
            largest = Math.max(largest, Math.max(Math.abs(weightedImportPrice[t]), Math.abs(exportPrice[t])));
        }
        return largest;
    }
}
