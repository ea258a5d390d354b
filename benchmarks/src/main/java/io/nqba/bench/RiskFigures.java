package io.nqba.bench;

import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.risk.BookScenarios;
import io.nqba.compute.kernel.risk.RiskBacktest;
import io.nqba.compute.kernel.risk.TailLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The tail loss of a book in one part and in three merged ones, and how the methods stood the test on a real index. */
final class RiskFigures implements FigureGroup {
    private static final int POSITIONS = 1000;
    private static final int DAYS = 2500;
    private static final int PARTS = 3;
    private static final int ROUNDS = 15;
    private static final int WINDOW = 500;

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        book(figures);
        if (context.data().isEmpty()) {
            context.say("Left out for want of data: var_99_kupiec_p_...");
            return;
        }
        double[] index = index(context.data().get());
        for (TailLoss.Method method : TailLoss.Method.values()) {
            RiskBacktest test = RiskBacktest.walkForward(method, index, WINDOW, 0.99);
            String name = method.name().toLowerCase(Locale.ROOT);
            context.say("VaR 99 %% %s: %s".formatted(name, test));
            figures.add("var_99_kupiec_p_" + name, test.kupiecPValue(), "");
        }
    }

    private static void book(Figures figures) {
        ReturnMatrix returns = PortfolioFigures.returns(POSITIONS, DAYS, 5);
        double[][] series = new double[POSITIONS][];
        Arrays.setAll(series, returns::copyOf);
        double[] values = new SplittableRandom(6).doubles(POSITIONS, -1e6, 1e7).toArray();
        double[] millis = new double[ROUNDS];
        TailLoss[] answers = new TailLoss[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            answers[round] = inParts(series, values, round % 2 == 0 ? 1 : PARTS);
            millis[round] = (System.nanoTime() - begin) / 1e6;
            if (!answers[round].equals(answers[0])) {
                throw new IllegalStateException(
                        "Three parts (%s) must give the bits of one (%s).".formatted(answers[round], answers[0]));
            }
        }
        Arrays.sort(millis);
        figures.add("var_book_kernel_ms", millis[ROUNDS / 2], "ms");
    }

    private static TailLoss inParts(double[][] series, double[] values, int count) {
        BookScenarios[] parts = new BookScenarios[count];
        Arrays.setAll(parts, k -> new BookScenarios(DAYS));
        for (int j = 0; j < values.length; j++) {
            parts[j % count].add(values[j], series[j]);
        }
        for (int k = 1; k < count; k++) {
            parts[0].merge(parts[k]);
        }
        return parts[0].tailLoss(0.99);
    }

    private static double[] index(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("goliath/pyportfolioopt/spy_prices.csv"));
        double[] prices = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                .toArray();
        return ReturnMatrix.fromPrices(new double[][] {prices}).copyOf(0);
    }
}
