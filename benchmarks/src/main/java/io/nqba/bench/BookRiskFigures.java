package io.nqba.bench;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.TailRisk;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.ignite.Ignite;

/**
 * Risk of a book of 1,000 positions over 2,500 days as a client asks for it: positions added up, scenarios valued, eight values at risk
 * with their backtests, contributions, stress. On three nodes and on one, which must give the same to the last digit.
 */
final class BookRiskFigures implements FigureGroup {
    private static final int INSTRUMENTS = 1_000;
    private static final int DAYS = 2_500;
    private static final int PORTFOLIOS = 20;
    private static final int WARM = 15;
    private static final int ROUNDS = 25;
    private static final String BOOK = "bench";

    @Override
    public String name() {
        return "book";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        RiskReport one = measured(1, "var_book_one_node_ms", figures);
        RiskReport three = measured(3, "var_book_ms", figures);
        context.say("%s on %d nodes, %d positions".formatted(three, three.nodes(), three.positions()));
        boolean equal = three.tails().equals(one.tails())
                && Arrays.equals(three.profits(), one.profits())
                && three.parts().equals(one.parts())
                && three.stress().equals(one.stress())
                && three.netValue() == one.netValue();
        figures.add("var_book_three_nodes_equal_one", equal ? 1 : 0, "");
        TailRisk tail = three.tails().get(1);
        figures.add("var_book_99_historical", tail.valueAtRisk(), "USD");
        figures.add("var_book_99_exceedances", tail.exceedances(), "");
        figures.add("var_book_99_kupiec_p", tail.kupiecPValue(), "");
        if (!equal || three.nodes() != 3) {
            throw new IllegalStateException("Three nodes gave %s, one gave %s.".formatted(three, one));
        }
    }

    private static RiskReport measured(int nodes, String name, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(nodes)) {
            load(grid.ignite());
            RiskQuery query = RiskQuery.usual(RiskScope.BOOK, BOOK);
            RiskReport report = grid.ask(TaskNames.RISK_REPORT, query);
            for (int round = 0; round < WARM; round++) {
                report = grid.ask(TaskNames.RISK_REPORT, query);
            }
            double[] millis = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                report = grid.ask(TaskNames.RISK_REPORT, query);
                millis[round] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(millis);
            figures.add(name, millis[ROUNDS / 2], "ms");
            return report;
        }
    }

    private static void load(Ignite ignite) {
        SplittableRandom dice = new SplittableRandom(11);
        List<String> ids =
                IntStream.range(0, INSTRUMENTS).mapToObj("B%04d"::formatted).toList();
        long[] days = LongStream.range(10_000, 10_000 + DAYS + 1).toArray();
        double[][] closes = closes(dice);
        for (int j = 0; j < INSTRUMENTS; j++) {
            ignite.cache(CacheNames.INSTRUMENT)
                    .put(
                            ids.get(j),
                            new Instrument(
                                    ids.get(j),
                                    ids.get(j),
                                    "Issuer " + j / 3,
                                    "Sector " + j % 11,
                                    "USD",
                                    1,
                                    1e6,
                                    1e9,
                                    days[0],
                                    Instrument.NOT_DELISTED));
        }
        new UniverseStore(ignite).put(new Universe(BOOK, "Bench", "USD", ids, days, 1, ids.get(0)), closes);
        ignite.cache(CacheNames.BOOK).put(BOOK, new Book(BOOK, "Bench", "USD", BOOK));
        Mandate mandate = new Mandate(3, 0, 0.2, 0.001, List.of());
        for (int p = 0; p < PORTFOLIOS; p++) {
            String id = "bench-" + p;
            ignite.cache(CacheNames.PORTFOLIO).put(id, new Portfolio(id, BOOK, id, BOOK, "USD", 1e6, "bench", mandate));
        }
        for (int j = 0; j < INSTRUMENTS; j++) {
            ignite.cache(CacheNames.POSITION)
                    .put(
                            new PositionKey("bench-" + j % PORTFOLIOS, ids.get(j)),
                            new Position(Math.rint(dice.nextDouble(-200, 2_000)), 50));
        }
    }

    /** A common factor and an own part, both with days far out, so that tails have something to say. */
    private static double[][] closes(SplittableRandom dice) {
        double[][] closes = new double[INSTRUMENTS][DAYS + 1];
        for (double[] series : closes) {
            series[0] = dice.nextDouble(20, 200);
        }
        for (int t = 1; t <= DAYS; t++) {
            double market = 0.008 * dice.nextGaussian() * (dice.nextInt(40) == 0 ? 3 : 1);
            for (double[] series : closes) {
                series[t] = series[t - 1] * Math.exp(market + 0.012 * dice.nextGaussian());
            }
        }
        return closes;
    }
}
