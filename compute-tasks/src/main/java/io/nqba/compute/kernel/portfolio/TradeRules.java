package io.nqba.compute.kernel.portfolio;

/**
 * What trading away from the present portfolio costs and how much of it is allowed.
 *
 * @param currentWeights shape {@code [assets]}
 * @param costPerUnit cost of buying or selling one unit of weight, such as 0.001 for 10 basis points, shape {@code [assets]}
 * @param mostTurnover limit on the sum of all buys and sells, in weight; positive infinity for none
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record TradeRules(double[] currentWeights, double[] costPerUnit, double mostTurnover) {
    /** Returns the cost of trading to {@code weights}. */
    public double cost(double[] weights) {
        double cost = 0;
        for (int j = 0; j < weights.length; j++) {
            cost += costPerUnit[j] * Math.abs(weights[j] - currentWeights[j]);
        }
        return cost;
    }
}
