package io.nqba.console.finance;

import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.PortfolioRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/goliath/portfolio-optimization}. What is left out has a default; where a portfolio is named, its mandate
 * gives bounds, risk aversion and trading cost.
 *
 * @param portfolioId the portfolio; or leave it out and send universeId and capital
 * @param universeId the universe; default: that of the portfolio
 * @param capital money to invest; default: the value of the portfolio
 * @param instrumentIds instruments to choose from; default: those of the mandate, or the whole universe
 * @param objective min-volatility, max-sharpe, target-return, target-risk, quadratic-utility, min-cvar, cvar-at-target-return,
 *     risk-parity, hrp or equal-weight
 * @param target return or volatility per year of the objectives that have one, such as 0.08
 * @param riskAversion what variance costs in the quadratic utility
 * @param riskFree risk-free return per year; default 0.02
 * @param level share of the days that are not the tail of the expected shortfall; default 0.95
 * @param expectedReturns historical, historical-mean, ewma or capm; default historical
 * @param returnSpanDays memory of exponentially weighted returns, days; default 500
 * @param covariance sample, ewma or ledoit-wolf; default sample
 * @param covarianceSpanDays memory of an exponentially weighted covariance, days; default 180
 * @param from first day of the history; default: all there is
 * @param to last day of the history; default: all there is
 * @param leastWeight least weight of every instrument; negative allows selling short
 * @param mostWeight greatest weight of every instrument
 * @param invested sum of all weights; default 1
 * @param bounds bounds of single instruments
 * @param groups limits on sectors, issuers and named groups
 * @param mostTurnover limit on the sum of all buys and sells, share of the capital
 * @param costPerUnit cost of trading, share of the value traded
 * @param ridge weight of the sum of squared weights, added to the variance (L2); default 0
 * @param mostNames greatest number of instruments held
 * @param leastHolding least weight of an instrument that is held at all
 * @param wholeShares whether whole lots are bought; default false
 * @param frontierPoints points of the efficient frontier; default 0, none
 * @param walkForward whether the rule is tried on the past beside equal weights; default true
 * @param seed random seed of the searches; default 1
 * @param targetGap relative gap at which a search may stop; default 1e-9
 * @param maxRounds most rounds of a search; default 20
 * @param timeLimitSeconds longest time, seconds; default 60
 */
@Schema(example = """
                {"portfolioId": "meridian-01", "objective": "max-sharpe", "mostNames": 10, "leastHolding": 0.01,
                 "groups": [{"sector": "Energy", "most": 0.3}], "wholeShares": true, "frontierPoints": 40}""")
public record PortfolioOptimizationBody(
        @Size(min = 1, max = 200) @Nullable String portfolioId,
        @Size(min = 1, max = 200) @Nullable String universeId,
        @DecimalMin("0.01") @DecimalMax("1e15") @Nullable Double capital,
        @Size(max = 5_000) @Nullable List<@NotBlank @Size(max = 200) String> instrumentIds,
        @NotBlank @Size(max = 40) String objective,
        @DecimalMin("-10") @DecimalMax("10") @Nullable Double target,
        @DecimalMin("1e-6") @DecimalMax("1e6") @Nullable Double riskAversion,
        @DecimalMin("-1") @DecimalMax("1") @Nullable Double riskFree,
        @DecimalMin("0.5") @DecimalMax("0.9999") @Nullable Double level,
        @Size(max = 40) @Nullable String expectedReturns,
        @DecimalMin("1") @DecimalMax("100000") @Nullable Double returnSpanDays,
        @Size(max = 40) @Nullable String covariance,
        @DecimalMin("1") @DecimalMax("100000") @Nullable Double covarianceSpanDays,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @DecimalMin("-100") @DecimalMax("100") @Nullable Double leastWeight,
        @DecimalMin("-100") @DecimalMax("100") @Nullable Double mostWeight,
        @DecimalMin("-100") @DecimalMax("100") @Nullable Double invested,
        @Size(max = 5_000) @Nullable List<@Valid Bound> bounds,
        @Size(max = 1_000) @Nullable List<@Valid Group> groups,
        @DecimalMin("0") @DecimalMax("1000") @Nullable Double mostTurnover,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double costPerUnit,
        @DecimalMin("0") @DecimalMax("1e6") @Nullable Double ridge,
        @Min(1) @Max(100_000) @Nullable Integer mostNames,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double leastHolding,
        @Nullable Boolean wholeShares,

        @Min(0) @Max(PortfolioRequest.MAX_FRONTIER_POINTS) @Nullable
        Integer frontierPoints,

        @Nullable Boolean walkForward,
        @Nullable Long seed,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double targetGap,
        @Min(0) @Max(100_000) @Nullable Integer maxRounds,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    /**
     * Bounds of one instrument.
     *
     * @param least least weight; negative allows selling short
     * @param most greatest weight
     */
    public record Bound(
            @NotBlank @Size(max = 200) String instrumentId,
            @NotNull @DecimalMin("-100") @DecimalMax("100") Double least,
            @NotNull @DecimalMin("-100") @DecimalMax("100") Double most) {}

    /**
     * A limit on several instruments together; exactly one of sector, issuer and name.
     *
     * @param sector all instruments of this sector
     * @param issuer all instruments of this issuer
     * @param name what people call the group of instrumentIds
     * @param instrumentIds members of a named group
     * @param least least weight of all together
     * @param most greatest weight of all together
     */
    public record Group(
            @Size(min = 1, max = 200) @Nullable String sector,
            @Size(min = 1, max = 200) @Nullable String issuer,
            @Size(min = 1, max = 200) @Nullable String name,
            @Size(max = 5_000) @Nullable List<@NotBlank @Size(max = 200) String> instrumentIds,
            @DecimalMin("-100") @DecimalMax("100") @Nullable Double least,
            @DecimalMin("-100") @DecimalMax("100") @Nullable Double most) {}

    /**
     * Returns the request; called after validation.
     *
     * @throws NqbaException naming every field that contradicts another
     */
    public PortfolioRequest toRequest() {
        return new PortfolioRequestReader(this).read();
    }
}
