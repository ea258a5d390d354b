package io.nqba.console.page.finance;

import io.nqba.console.finance.MandateOptimizationBody;
import io.nqba.console.finance.MandateOptimizationBody.Limit;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.MandateRequest.ExpectedReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts a mandate run, as the reader typed it: what is wrong comes back beside the field, with the text kept. Shares are
 * typed in per cent, factor exposures as they are. Rows of limits without a name and a figure do not count.
 *
 * @param key so that a form sent twice starts one run
 * @param lines limits of the firm
 * @param returns where expected returns come from
 * @param historyDays days that risk and return are estimated from
 * @param factors common factors of risk
 * @param leastInvested least share of each mandate that is invested, per cent
 * @param gapPercent relative gap at which the run may stop, per cent
 * @param seconds time limit, seconds
 */
public record MandateForm(
        String key,
        List<Line> lines,
        String returns,
        String historyDays,
        String factors,
        String leastInvested,
        String gapPercent,
        String seconds) {
    private static final int EMPTY_LINES = 3;
    private static final double PERCENT = 100;
    private static final int MILLIS = 1_000;

    /** One limit as it is typed. */
    public record Line(String kind, String name, String most) {
        boolean empty() {
            return name.isEmpty() && most.isEmpty();
        }
    }

    /** A kind of limit and what people call it. */
    public record Choice(String key, String words) {}

    static final List<Choice> KINDS = List.of(
            new Choice("SECTOR", "Sector, % of the capital"),
            new Choice("ISSUER", "Issuer, % of the capital"),
            new Choice("FACTOR", "Factor, exposure"),
            new Choice("LIQUIDITY", "Instrument, % of a day's trade"));

    static final List<Choice> RETURNS = List.of(
            new Choice("CAPM", "From the market (CAPM)"),
            new Choice("HISTORICAL_MEAN", "Arithmetic mean"),
            new Choice("EXPONENTIAL", "Recent days count more"));

    static final List<String> FACTORS = List.of("market", "volatility", "momentum");

    /** What became of the form: either a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(MandateOptimizationBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    /** Returns a form with every sector at a fifth of the capital, as many firms have it. */
    static MandateForm suggested(String key, List<String> sectors) {
        List<Line> lines =
                sectors.stream().map(sector -> new Line("SECTOR", sector, "20")).toList();
        return new MandateForm(key, padded(lines), "HISTORICAL_MEAN", "750", "15", "80", "0.01", "120");
    }

    /** Returns the form that would start a run once more. */
    static MandateForm like(String key, RunView run) {
        var lines = new ArrayList<Line>();
        if (run.parameters().get("limits") instanceof List<?> limits) {
            for (Object one : limits) {
                if (one instanceof Limit limit) {
                    double shown = limit.kind() == FirmLimit.Kind.FACTOR ? limit.most() : limit.most() * PERCENT;
                    lines.add(new Line(limit.kind().name(), limit.name(), FormFields.plainText(shown)));
                }
            }
        }
        return new MandateForm(
                key,
                padded(lines),
                String.valueOf(run.parameters().get("expectedReturn")),
                String.valueOf(run.parameters().get("historyDays")),
                String.valueOf(run.parameters().get("factors")),
                FormFields.plainText(PERCENT * number(run, "leastInvested")),
                FormFields.plainText(PERCENT * number(run, "targetGap")),
                FormFields.plainText(number(run, "timeLimitMillis") / MILLIS));
    }

    private static double number(RunView run, String name) {
        return run.parameters().get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    static MandateForm of(MultiValueMap<String, String> fields) {
        List<String> kinds = fields.getOrDefault("kind", List.of());
        List<String> names = fields.getOrDefault("name", List.of());
        List<String> mosts = fields.getOrDefault("most", List.of());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < Math.min(kinds.size(), Math.min(names.size(), mosts.size())); i++) {
            var line = new Line(kinds.get(i), names.get(i).strip(), mosts.get(i).strip());
            if (!line.empty()) {
                lines.add(line);
            }
        }
        return new MandateForm(
                text(fields, "key"),
                padded(lines),
                text(fields, "returns"),
                text(fields, "historyDays"),
                text(fields, "factors"),
                text(fields, "leastInvested"),
                text(fields, "gapPercent"),
                text(fields, "seconds"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return BookPage.text(fields, name).strip();
    }

    private static List<Line> padded(List<Line> lines) {
        var all = new ArrayList<>(lines);
        for (int i = 0; i < EMPTY_LINES; i++) {
            all.add(new Line("SECTOR", "", ""));
        }
        return List.copyOf(all);
    }

    MandateForm renewed(String nextKey) {
        return new MandateForm(nextKey, lines, returns, historyDays, factors, leastInvested, gapPercent, seconds);
    }

    Checked check(String bookId) {
        var fields = new FormFields();
        List<Limit> limits = limits(fields);
        ExpectedReturn expected =
                RETURNS.stream().anyMatch(choice -> choice.key().equals(returns))
                        ? ExpectedReturn.valueOf(returns)
                        : ExpectedReturn.CAPM;
        long days = fields.whole("historyDays", historyDays, 60, 5_000);
        long common = fields.whole("factors", factors, 1, 40);
        double least = fields.number("leastInvested", leastInvested, 0, PERCENT, "per cent");
        double gap = fields.number("gapPercent", gapPercent, 1e-7, PERCENT, "per cent");
        long limit = fields.whole("seconds", seconds, 1, 86_400);
        if (!fields.good()) {
            return new Refused(fields.problem("The run was not started"));
        }
        return new Good(new MandateOptimizationBody(
                bookId, limits, expected, (int) days, (int) common, least / PERCENT, gap / PERCENT, null, (int) limit));
    }

    private List<Limit> limits(FormFields fields) {
        var limits = new ArrayList<Limit>();
        Set<String> seen = new HashSet<>();
        if (lines.size() - EMPTY_LINES > MandateRequest.MOST_LIMITS) {
            fields.refuse(
                    "limits", "There are more than %d limits. Take some out.".formatted(MandateRequest.MOST_LIMITS));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.empty()) {
                continue;
            }
            String field = "limits[%d]".formatted(i);
            FirmLimit.Kind kind = Arrays.stream(FirmLimit.Kind.values())
                    .filter(one -> one.name().equals(line.kind()))
                    .findFirst()
                    .orElse(FirmLimit.Kind.SECTOR);
            if (line.name().isEmpty() || line.name().length() > 200) {
                fields.refuse(field + ".name", "The limit has no name of 1 to 200 letters. Write what it limits.");
            } else if (!seen.add(kind + " " + line.name())) {
                fields.refuse(field + ".name", "%s is limited twice. Keep one of the rows.".formatted(line.name()));
            }
            boolean exposure = kind == FirmLimit.Kind.FACTOR;
            double most =
                    fields.number(field + ".most", line.most(), 0, exposure ? 100 : 10_000, exposure ? "" : "per cent");
            limits.add(new Limit(kind, line.name().isEmpty() ? "?" : line.name(), exposure ? most : most / PERCENT));
        }
        return limits;
    }
}
