package io.nqba.console.finance;

import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.MandateRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/goliath/mandate-optimization}. What is left out has a default.
 *
 * @param bookId the book whose portfolios are optimised
 * @param limits limits on what all mandates hold and trade together; default none
 * @param expectedReturn CAPM, HISTORICAL_MEAN or EXPONENTIAL; default CAPM
 * @param historyDays days of trading that risk and return are estimated from; default 750
 * @param factors common factors of risk; default 15
 * @param leastInvested least share of each mandate's capital that is invested; default 0
 * @param targetGap relative gap at which the run may stop; default 0.0001
 * @param maxRounds most rounds; default 200
 * @param timeLimitSeconds longest time, seconds; default 120
 */
@Schema(example = """
                {"bookId": "meridian", "expectedReturn": "CAPM",
                 "limits": [{"kind": "SECTOR", "name": "Energy", "most": 0.2},
                            {"kind": "FACTOR", "name": "market", "most": 0.95}]}""")
public record MandateOptimizationBody(
        @NotBlank @Size(max = 200) String bookId,

        @Size(max = MandateRequest.MOST_LIMITS) @Nullable List<@Valid @NotNull Limit> limits,

        MandateRequest.@Nullable ExpectedReturn expectedReturn,
        @Min(60) @Max(5_000) @Nullable Integer historyDays,
        @Min(1) @Max(40) @Nullable Integer factors,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double leastInvested,
        @DecimalMin("1e-9") @DecimalMax("1") @Nullable Double targetGap,
        @Min(1) @Max(10_000) @Nullable Integer maxRounds,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    private static final int DEFAULT_DAYS = 750;
    private static final int DEFAULT_FACTORS = 15;
    private static final double DEFAULT_GAP = 1e-4;
    private static final int DEFAULT_ROUNDS = 200;
    private static final int DEFAULT_SECONDS = 120;
    private static final long MILLIS = 1_000;

    /**
     * One limit of the firm.
     *
     * @param kind ISSUER and SECTOR: share of the firm's capital; FACTOR: exposure weighted by capital; LIQUIDITY: share of what is
     *     traded of an instrument on a usual day
     * @param name issuer, sector, factor (market, volatility, momentum) or instrument
     * @param most greatest allowed use
     */
    public record Limit(
            @NotNull FirmLimit.Kind kind,
            @NotBlank @Size(max = 200) String name,
            @NotNull @DecimalMin("0") @DecimalMax("1e6") Double most) {}

    /** Returns the request; called after validation. */
    public MandateRequest toRequest() {
        List<FirmLimit> firm = limits == null
                ? List.of()
                : limits.stream()
                        .map(limit -> new FirmLimit(limit.kind(), limit.name(), limit.most()))
                        .toList();
        return new MandateRequest(
                bookId,
                firm,
                expectedReturn == null ? MandateRequest.ExpectedReturn.CAPM : expectedReturn,
                historyDays == null ? DEFAULT_DAYS : historyDays,
                factors == null ? DEFAULT_FACTORS : factors,
                leastInvested == null ? 0 : leastInvested,
                targetGap == null ? DEFAULT_GAP : targetGap,
                maxRounds == null ? DEFAULT_ROUNDS : maxRounds,
                (timeLimitSeconds == null ? DEFAULT_SECONDS : timeLimitSeconds) * MILLIS);
    }
}
