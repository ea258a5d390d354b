package io.nqba.console.finance.strategies;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.TradingAssumptions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/goliath/backtests}. What is left out has a default.
 *
 * @param strategyId the strategy
 * @param grid values to try by parameter; all combinations are played. Default: the strategy as it is
 * @param from first day; default: as early as the longest memory of any try allows
 * @param to last day; default: the last finished one
 * @param heldBack share of the days, at their end, that the choice between tries does not see; default 0.25 with several tries, else 0
 * @param objective what the choice goes by; default SHARPE
 * @param feeRate share of the traded value that the broker takes; default 0.001
 * @param slippageRate share of the traded value by which prices are worse than quoted; default 0.0005
 * @param delistingHaircut share of the last close lost at a delisting; default 0.5
 * @param cashRate interest on cash, a year, and hurdle of the ratios; default 0.02
 * @param borrowRate interest on debt and fee on short positions, a year; default 0.05
 * @param timeLimitSeconds longest time, seconds; default 600
 */
@Schema(example = """
                {"strategyId": "slow-trend", "grid": {"shortDays": [20, 50, 100], "longDays": [150, 200, 250]},
                 "objective": "SHARPE", "heldBack": 0.25}""")
record BacktestBody(
        @NotBlank @Size(max = 60) String strategyId,
        @Size(max = 20) @Nullable Map<String, List<Double>> grid,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @DecimalMin("0") @DecimalMax("0.8") @Nullable Double heldBack,
        @Nullable BacktestObjective objective,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double feeRate,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double slippageRate,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double delistingHaircut,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double cashRate,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double borrowRate,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    static final double HELD_BACK = 0.25;
    private static final int DEFAULT_SECONDS = 600;

    /**
     * Returns the request; called after validation of the single fields.
     *
     * @param strategyName what people call the strategy
     * @throws NqbaException {@code INVALID_REQUEST} where the fields do not go together
     */
    BacktestRequest toRequest(String strategyName) {
        Map<String, List<Double>> values = checked(grid == null ? Map.of() : grid);
        long tries =
                values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (tries > BacktestRequest.MOST_TRIES) {
            throw refused(
                    "grid",
                    Long.toString(tries),
                    "The grid has %d combinations; %d is the most.".formatted(tries, BacktestRequest.MOST_TRIES),
                    "Try fewer values at a time.");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw refused(
                    "from",
                    from.toString(),
                    "It does not lie before the to (%s).".formatted(to),
                    "Send an earlier day.");
        }
        return new BacktestRequest(
                strategyId,
                strategyName,
                values,
                from == null ? -BacktestRequest.ALL_DAYS : from.toEpochDay(),
                to == null ? BacktestRequest.ALL_DAYS : to.toEpochDay(),
                heldBack == null ? (tries > 1 ? HELD_BACK : 0) : heldBack,
                objective == null ? BacktestObjective.SHARPE : objective,
                assumptions(),
                (timeLimitSeconds == null ? DEFAULT_SECONDS : timeLimitSeconds) * 1_000L);
    }

    private TradingAssumptions assumptions() {
        TradingAssumptions usual = TradingAssumptions.usual();
        return new TradingAssumptions(
                feeRate == null ? usual.feeRate() : feeRate,
                slippageRate == null ? usual.slippageRate() : slippageRate,
                delistingHaircut == null ? usual.delistingHaircut() : delistingHaircut,
                cashRate == null ? usual.cashRate() : cashRate,
                borrowRate == null ? usual.borrowRate() : borrowRate);
    }

    private static Map<String, List<Double>> checked(Map<String, List<Double>> grid) {
        grid.forEach((name, values) -> {
            if (values == null || values.isEmpty() || values.contains(null)) {
                throw refused(
                        "grid." + name,
                        String.valueOf(values),
                        "It has no value to try.",
                        "Send numbers, or leave the parameter out.");
            }
        });
        return grid;
    }

    private static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s (%s) is not valid.".formatted(field, value),
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                null);
    }
}
