package io.nqba.console.finance;

import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import java.time.Instant;

/**
 * A risk limit. Levels are shares of the net value, those of {@code LIQUIDITY_DAYS} days.
 *
 * @param scope book or portfolio
 * @param subjectId its id
 * @param target instrument, sector or issuer; empty for each of them, or where the measure concerns the whole
 * @param warnLevel level from which it warns
 * @param breachLevel highest level allowed
 * @param version grows with each change; the ETag
 */
public record LimitView(
        String id,
        RiskScope scope,
        String subjectId,
        LimitMeasure measure,
        String target,
        double warnLevel,
        double breachLevel,
        long version,
        String changedBy,
        Instant changedAt) {

    public static LimitView of(RiskLimit limit) {
        return new LimitView(
                limit.limitId(),
                limit.scope(),
                limit.subjectId(),
                limit.measure(),
                limit.target(),
                limit.warnLevel(),
                limit.breachLevel(),
                limit.version(),
                limit.changedBy(),
                Instant.ofEpochMilli(limit.changedMillis()));
    }
}
