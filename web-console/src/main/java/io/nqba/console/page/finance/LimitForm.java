package io.nqba.console.page.finance;

import io.nqba.console.finance.LimitBody;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * The form of a risk limit, as the reader typed it. Levels are in per cent of the net value, or in days.
 *
 * @param limitId identifier; of a new limit empty for one that is made
 * @param version of the limit that is changed, as the reader saw it; 0 for a new one
 * @param measure what is limited
 * @param target instrument, sector or issuer; empty for each of them
 * @param warnLevel level from which it warns
 * @param breachLevel highest level allowed
 */
public record LimitForm(
        String limitId, long version, String measure, String target, String warnLevel, String breachLevel) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final double PERCENT = 100;
    private static final double MOST_PERCENT = 1_000_000;
    private static final double MOST_DAYS = 10_000;

    /** A measure and what people call it. */
    public record Choice(String key, String words) {}

    static final LimitForm NEW = new LimitForm("", 0, LimitMeasure.VALUE_AT_RISK_99.name(), "", "", "");

    static LimitForm of(RiskLimit limit) {
        double unit = unit(limit.measure());
        return new LimitForm(
                limit.limitId(),
                limit.version(),
                limit.measure().name(),
                limit.target(),
                FormFields.plainText(limit.warnLevel() * unit),
                FormFields.plainText(limit.breachLevel() * unit));
    }

    static LimitForm of(String limitId, MultiValueMap<String, String> fields) {
        String version = BookPage.text(fields, "version");
        return new LimitForm(
                limitId.isEmpty() ? BookPage.text(fields, "limitId").strip() : limitId,
                version.matches("\\d{1,15}") ? Long.parseLong(version) : 0,
                BookPage.text(fields, "measure"),
                BookPage.text(fields, "target").strip(),
                BookPage.text(fields, "warnLevel").strip(),
                BookPage.text(fields, "breachLevel").strip());
    }

    /** Returns the same text on top of another version. */
    LimitForm at(long newVersion) {
        return new LimitForm(limitId, newVersion, measure, target, warnLevel, breachLevel);
    }

    /** Returns whether a limit that is there is changed. */
    public boolean changes() {
        return version > 0;
    }

    public List<Choice> measures() {
        return Arrays.stream(LimitMeasure.values())
                .map(one -> new Choice(one.name(), LimitRow.name(one)))
                .toList();
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(LimitBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    Checked check(RiskScope scope, String subjectId) {
        var fields = new FormFields();
        if (!limitId.isEmpty() && !ID.matcher(limitId).matches()) {
            fields.refuse("limitId", "(%s) is no name of letters, digits, points and dashes.".formatted(limitId));
        }
        LimitMeasure chosen = Arrays.stream(LimitMeasure.values())
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            fields.refuse("measure", "(%s) is no measure. Choose one of the list.".formatted(measure));
            chosen = LimitMeasure.LEVERAGE;
        }
        if (!target.isEmpty() && !chosen.targeted()) {
            fields.refuse(
                    "target",
                    "%s concerns the whole. Leave this empty, or limit a position, sector or issuer."
                            .formatted(LimitRow.name(chosen)));
        }
        boolean days = chosen == LimitMeasure.LIQUIDITY_DAYS;
        double most = days ? MOST_DAYS : MOST_PERCENT;
        double warn = fields.number("warnLevel", warnLevel, 1e-6, most, days ? "days" : "per cent");
        double breach = fields.number("breachLevel", breachLevel, 1e-6, most, days ? "days" : "per cent");
        if (warn > breach) {
            fields.refuse(
                    "warnLevel",
                    "%s is above the highest level %s: it would never warn.".formatted(warnLevel, breachLevel));
        }
        if (!fields.good()) {
            return new Refused(fields.problem("The limit was not stored"));
        }
        return new Good(new LimitBody(
                limitId.isEmpty() ? null : limitId,
                scope,
                subjectId,
                chosen,
                target.isEmpty() ? null : target,
                warn / unit(chosen),
                breach / unit(chosen)));
    }

    private static double unit(LimitMeasure measure) {
        return measure == LimitMeasure.LIQUIDITY_DAYS ? 1 : PERCENT;
    }
}
