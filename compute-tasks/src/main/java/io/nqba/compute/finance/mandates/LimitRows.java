package io.nqba.compute.finance.mandates;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.mandate.FirmRows;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The limits of a firm as rows over its mandates. A share of the firm's capital needs no total: Σ capital · (exposure − share) ≤ 0 is
 * the same limit, and every mandate knows its part of it. Rows are scaled to a largest coefficient of 1, so that all prices are of
 * one size.
 */
final class LimitRows {
    private final List<FirmLimit> limits;
    private final List<FirmRows.Row> rows = new ArrayList<>();
    private final double[] caps;
    private final double[] scale;
    private final double[] dailyMoney;

    LimitRows(List<FirmLimit> limits, List<Instrument> instruments, PriceHistory history, ReturnMatrix returns) {
        this.limits = limits;
        caps = new double[limits.size()];
        scale = new double[limits.size()];
        dailyMoney = new double[limits.size()];
        var exposures = new FactorExposures(instruments, history, returns);
        List<FieldProblem> problems = new ArrayList<>();
        for (int r = 0; r < caps.length; r++) {
            add(r, limits.get(r), instruments, history, exposures, problems);
        }
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new NqbaException(ErrorCode.INVALID_PROBLEM, first.problem(), first.remedy(), problems, null);
        }
    }

    private void add(
            int index,
            FirmLimit limit,
            List<Instrument> instruments,
            PriceHistory history,
            FactorExposures exposures,
            List<FieldProblem> problems) {
        int size = instruments.size();
        double[] perWeight = new double[size];
        double[] perTrade = new double[size];
        switch (limit.kind()) {
            case ISSUER -> mark(perWeight, instruments, Instrument::issuer, limit.name());
            case SECTOR -> mark(perWeight, instruments, Instrument::sector, limit.name());
            case FACTOR -> perWeight = exposures.of(limit.name());
            case LIQUIDITY -> mark(perTrade, instruments, Instrument::instrumentId, limit.name());
        }
        double largest = 0;
        for (int j = 0; j < size; j++) {
            largest = Math.max(largest, Math.abs(perWeight[j]) + perTrade[j]);
            if (perTrade[j] > 0) {
                Instrument traded = instruments.get(j);
                dailyMoney[index] = traded.averageDailyVolume() * history.lastClose(traded.instrumentId());
            }
        }
        boolean liquidity = limit.kind() == FirmLimit.Kind.LIQUIDITY;
        if (largest == 0 || (liquidity && !(dailyMoney[index] > 0))) {
            problems.add(unknown(index, limit, instruments));
            return;
        }
        scale[index] = largest;
        for (int j = 0; j < size; j++) {
            perWeight[j] /= largest;
        }
        rows.add(new FirmRows.Row(perWeight, perTrade, liquidity ? 0 : -limit.most() / largest));
        caps[index] = liquidity ? limit.most() * dailyMoney[index] / FirmMarket.MONEY_UNIT : 0;
    }

    private static void mark(
            double[] row, List<Instrument> instruments, Function<Instrument, String> part, String name) {
        for (int j = 0; j < row.length; j++) {
            row[j] = part.apply(instruments.get(j)).equals(name) ? 1 : 0;
        }
    }

    private static FieldProblem unknown(int index, FirmLimit limit, List<Instrument> instruments) {
        Function<Instrument, String> part = switch (limit.kind()) {
            case ISSUER -> Instrument::issuer;
            case SECTOR -> Instrument::sector;
            case FACTOR -> instrument -> "";
            case LIQUIDITY -> Instrument::instrumentId;
        };
        String known = limit.kind() == FirmLimit.Kind.FACTOR
                ? String.join(", ", FactorExposures.NAMES)
                : instruments.stream()
                        .filter(instrument ->
                                limit.kind() != FirmLimit.Kind.LIQUIDITY || instrument.averageDailyVolume() > 0)
                        .map(part)
                        .distinct()
                        .sorted()
                        .limit(10)
                        .collect(Collectors.joining(", "));
        return new FieldProblem(
                "limits[%d].name".formatted(index),
                limit.name(),
                "No instrument with prices and a known volume answers to the %s (%s)."
                        .formatted(limit.kind(), limit.name()),
                "Use one such as: %s.".formatted(known));
    }

    List<FirmRows.Row> rows() {
        return rows;
    }

    double[] caps() {
        return caps;
    }

    /** Returns the use of a limit in its own unit, from the usage of its row. */
    double use(int index, double usage, double capital) {
        if (limits.get(index).kind() == FirmLimit.Kind.LIQUIDITY) {
            return usage * FirmMarket.MONEY_UNIT / dailyMoney[index];
        }
        return usage * FirmMarket.MONEY_UNIT * scale[index] / capital
                + limits.get(index).most();
    }

    /** Returns what one more unit of a limit is worth in money, from the price of its row. */
    double worth(int index, double price, double capital) {
        return limits.get(index).kind() == FirmLimit.Kind.LIQUIDITY
                ? price * dailyMoney[index]
                : price * capital / scale[index];
    }
}
