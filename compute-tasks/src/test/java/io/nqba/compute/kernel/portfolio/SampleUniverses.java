package io.nqba.compute.kernel.portfolio;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random universes with a common factor, sectors and fat tails. */
final class SampleUniverses {
    private SampleUniverses() {}

    static ReturnMatrix returns(SplittableRandom random, int assets, int periods) {
        double[][] series = new double[assets][periods];
        double[] beta = random.doubles(assets, 0.3, 1.7).toArray();
        double[] drift = random.doubles(assets, -0.0003, 0.0012).toArray();
        for (int t = 0; t < periods; t++) {
            double market = gaussian(random) * 0.008 * (random.nextInt(20) == 0 ? 3 : 1);
            for (int j = 0; j < assets; j++) {
                series[j][t] = drift[j] + beta[j] * market + 0.012 * gaussian(random);
            }
        }
        return ReturnMatrix.of(series);
    }

    static Universe of(ReturnMatrix returns) {
        return new Universe(
                names(returns.assets()),
                ExpectedReturns.historicalMean(returns, 252),
                Covariances.sample(returns, 252));
    }

    static Universe any(SplittableRandom random, int assets) {
        return of(returns(random, assets, 2 * assets + 60));
    }

    static List<String> names(int assets) {
        return IntStream.range(0, assets).mapToObj(j -> "A" + j).toList();
    }

    /** Sum of twelve uniform draws less six: near enough to normal. */
    static double gaussian(SplittableRandom random) {
        return random.doubles(12).sum() - 6;
    }
}
