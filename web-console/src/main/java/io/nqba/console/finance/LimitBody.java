package io.nqba.console.finance;

import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A risk limit to store. Levels are shares of the net value (0.02 for 2 %), those of {@code LIQUIDITY_DAYS} days.
 *
 * @param id letters, digits, points and dashes; made when left out, and not read when a limit is changed
 * @param target instrument, sector or issuer of a weight; left out for each of them
 * @param warnLevel level from which it warns, at most the breach level
 * @param breachLevel highest level allowed
 */
@Schema(example = """
                {"scope": "BOOK", "subjectId": "meridian", "measure": "VALUE_AT_RISK_99", "warnLevel": 0.02,
                 "breachLevel": 0.03}""")
public record LimitBody(
        @Size(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9._-]+") @Nullable
        String id,

        @NotNull RiskScope scope,
        @NotBlank @Size(max = 200) String subjectId,
        @NotNull LimitMeasure measure,
        @Size(max = 200) @Nullable String target,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("10000")
        Double warnLevel,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("10000")
        Double breachLevel) {

    /** Returns the limit; fails with {@code INVALID_REQUEST} where the fields do not go together. */
    RiskLimit toLimit(String limitId, long version, String account, long nowMillis) {
        if (warnLevel > breachLevel) {
            throw LimitDesk.refused(
                    "warnLevel",
                    warnLevel.toString(),
                    "It is above the breachLevel (%s): it would never warn.".formatted(breachLevel),
                    "Send at most %s.".formatted(breachLevel));
        }
        String named = target == null ? "" : target.strip();
        if (!named.isEmpty() && !measure.targeted()) {
            throw LimitDesk.refused(
                    "target",
                    named,
                    "The measure (%s) concerns the whole.".formatted(measure),
                    "Leave it out, or limit a POSITION_WEIGHT, SECTOR_WEIGHT or ISSUER_WEIGHT.");
        }
        return new RiskLimit(
                limitId, scope, subjectId, measure, named, warnLevel, breachLevel, version, account, nowMillis);
    }
}
