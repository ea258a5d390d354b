package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.risk.RiskSweeps.Profits;
import io.nqba.compute.kernel.risk.Drawdown;
import io.nqba.compute.kernel.risk.Exposures;
import io.nqba.model.finance.BacktestLight;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskPart;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.TailRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Puts the figures of one report together. Everything is worked out in the order of the universe, so every node gives the same bits. */
final class RiskReports {
    private final RiskBasis basis;
    private final RiskWindow window;
    private final Profits profits;
    private final RiskSweeps sweeps;
    private final RiskQuery query;
    private final double[] values;
    private final double netValue;
    private final double grossValue;

    RiskReports(RiskBasis basis, RiskWindow window, Profits profits, RiskSweeps sweeps, RiskQuery query) {
        this.basis = basis;
        this.window = window;
        this.profits = profits;
        this.sweeps = sweeps;
        this.query = query;
        this.values = basis.values();
        Holdings holdings = basis.holdings(new double[0]);
        this.netValue = holdings.netValue();
        this.grossValue = holdings.grossValue();
    }

    RiskReport report(List<RiskLimit> limits) {
        double[] used = window.used(profits.profits()[0]);
        double[] market = window.used(profits.profits()[1]);
        List<TailRisk> tails = TailRisks.all(used, window.estimation());
        Contributions contributions = Contributions.of(basis, window, profits, sweeps);
        List<RiskPart> parts = parts(contributions);
        double[] daysToSell = parts.stream().mapToDouble(RiskPart::daysToSell).toArray();
        double[] sizes = parts.stream().mapToDouble(RiskPart::value).toArray();
        Fall fall = Fall.of(used, netValue);
        RiskSubject subject = basis.subject();
        long[] days = basis.history().days();
        return new RiskReport(
                subject.scope(),
                subject.id(),
                subject.name(),
                subject.currency(),
                subject.universeId(),
                basis.history().universe().revision(),
                basis.history().lastDay(),
                window.estimation(),
                query.participation(),
                basis.exposures().portfolios(),
                basis.exposures().positions(),
                basis.exposures().cash(),
                netValue,
                grossValue,
                tails,
                contributions.volatility(),
                contributions.beta(values, netValue),
                basis.history().universe().marketId(),
                fall.depth(),
                days[window.first() + fall.peak()],
                days[window.first() + fall.trough()],
                fall.current(),
                parts,
                StressTests.historical(basis, window, used, market),
                Exposures.effectiveNames(sizes),
                Exposures.shareOfLargest(sizes, 1),
                Exposures.shareOfLargest(sizes, 10),
                Arrays.stream(daysToSell).max().orElse(0),
                sold(1, sizes, daysToSell),
                sold(5, sizes, daysToSell),
                RiskLimits.uses(limits, basis.holdings(window.estimation(profits.profits()[0])), tails),
                Arrays.copyOfRange(days, window.first() + 1, window.end() + 1),
                used,
                uncoveredShare(),
                notes(tails),
                sweeps.nodes());
    }

    private static double sold(double days, double[] sizes, double[] daysToSell) {
        return sizes.length == 0 ? 1 : Exposures.shareSoldWithin(days, sizes, daysToSell);
    }

    private List<RiskPart> parts(Contributions contributions) {
        Holdings holdings = basis.holdings(new double[0]);
        return IntStream.range(0, values.length)
                .filter(j -> values[j] != 0)
                .mapToObj(j -> part(contributions, holdings, j))
                .sorted(Comparator.comparingDouble(RiskPart::componentVolatility)
                        .reversed()
                        .thenComparing(RiskPart::instrumentId))
                .toList();
    }

    private RiskPart part(Contributions contributions, Holdings holdings, int j) {
        Holdings.Asset asset = basis.assets().get(j);
        Instrument known = basis.instruments().get(asset.instrumentId());
        return new RiskPart(
                asset.instrumentId(),
                known == null ? asset.instrumentId() : known.name(),
                asset.sector(),
                values[j],
                netValue > 0 ? values[j] / netValue : Double.NaN,
                contributions.marginalVolatility()[j],
                contributions.marginalVolatility()[j] * values[j],
                contributions.marginalShortfall95()[j] * values[j],
                contributions.marginalShortfall99()[j] * values[j],
                contributions.betas()[j],
                LimitLevels.daysToSell(holdings, j, query.participation()));
    }

    private double uncoveredShare() {
        return grossValue > 0
                ? Arrays.stream(window.estimation(profits.uncovered())).sum() / window.estimation() / grossValue
                : 0;
    }

    private List<String> notes(List<TailRisk> tails) {
        List<String> notes = new ArrayList<>();
        if (window.estimation() < query.estimationDays()) {
            notes.add(
                    "Each estimate uses %,d days instead of %,d: the history of %,d days would leave too few to test it."
                            .formatted(window.estimation(), query.estimationDays(), window.usable()));
        }
        if (uncoveredShare() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "On average %.2f %% of the exposure had no price yet and counts as unchanged, which understates the risk.",
                    100 * uncoveredShare()));
        }
        if (basis.exposures().strangers() > 0) {
            notes.add("%,d positions are in instruments that the universe (%s) does not price; they are left out."
                    .formatted(basis.exposures().strangers(), basis.subject().universeId()));
        }
        long failed = tails.stream()
                .filter(tail -> tail.light() != BacktestLight.GREEN || tail.kupiecPValue() < 0.05)
                .count();
        if (failed > 0) {
            notes.add("%d of the %d values at risk fail their backtest; do not rely on them."
                    .formatted(failed, tails.size()));
        }
        return List.copyOf(notes);
    }

    /**
     * Deepest fall of what is held, had its weights been kept over the days used.
     *
     * @param peak days after the first one
     * @param trough days after the first one
     */
    private record Fall(double depth, int peak, int trough, double current) {
        static Fall of(double[] profits, double netValue) {
            double[] wealth = new double[profits.length + 1];
            wealth[0] = 1;
            for (int t = 0; t < profits.length; t++) {
                wealth[t + 1] = wealth[t] * (1 + profits[t] / netValue);
                if (!(netValue > 0) || !(wealth[t + 1] > 0)) {
                    return new Fall(1, 0, t + 1, 1);
                }
            }
            Drawdown deepest = Drawdown.deepest(wealth);
            return new Fall(deepest.depth(), deepest.peak(), deepest.trough(), deepest.current());
        }
    }
}
