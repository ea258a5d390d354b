package io.nqba.compute.finance.mandates;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.optimisation.Conclusion;
import io.nqba.compute.optimisation.RunOutcome;
import io.nqba.compute.optimisation.TopList;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.MandateReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a firm's mandates got and what its limits cost, in sentences for people who decide and do not calculate. */
final class MandateFindings {
    /** The coordination is elastic: a hair over a limit is the accuracy of its answer. */
    private static final double TOLERANCE = 1e-4;

    private static final int MOST_LIMITS_NAMED = 3;

    private final FirmMarket market;
    private final RunOutcome outcome;
    private final Answer stored;
    private final double[] figures;
    private final double capital;
    private final String unit;
    private final List<FirmLimitResult> limits;

    MandateFindings(FirmMarket market, RunOutcome outcome) {
        this.market = market;
        this.outcome = outcome;
        int rows = market.request().limits().size();
        stored = outcome.settled().total(MandateWriter.ANSWER, rows);
        figures = outcome.settled()
                .total(MandateWriter.FIGURES, MandateWriter.FIGURE_COUNT)
                .usage();
        capital = figures[MandateWriter.CAPITAL] * FirmMarket.MONEY_UNIT;
        unit = outcome.run().valueUnit();
        limits = limits(rows);
    }

    private List<FirmLimitResult> limits(int rows) {
        double[] now = outcome.survey().total(MandatePartition.CURRENT).usage();
        double[] alone = outcome.survey().total(MandatePartition.ALONE).usage();
        double[] price = outcome.settlement().shadowPrice();
        var results = new ArrayList<FirmLimitResult>();
        for (int r = 0; r < rows; r++) {
            LimitRows limitRows = market.limitRows();
            results.add(new FirmLimitResult(
                    market.request().limits().get(r),
                    limitRows.use(r, now[r], capital),
                    limitRows.use(r, alone[r], capital),
                    limitRows.use(r, stored.usage()[r], capital),
                    limitRows.worth(r, price[r], capital)));
        }
        return results;
    }

    MandateReport report() {
        return new MandateReport(
                outcome.run().runId(),
                market.book().bookId(),
                unit,
                stored.items(),
                capital,
                figures[MandateWriter.TURNOVER] * FirmMarket.MONEY_UNIT,
                figures[MandateWriter.TRADING_COST] * FirmMarket.MONEY_UNIT,
                limits);
    }

    Conclusion conclusion() {
        var findings = new ArrayList<String>();
        findings.add(whatItGives());
        findings.addAll(besideTheCut());
        findings.addAll(whatTheLimitsCost());
        findings.addAll(dearestLimits());
        findings.addAll(payers());
        findings.add(say(
                "It trades %s and pays %s for it.",
                money(figures[MandateWriter.TURNOVER] * FirmMarket.MONEY_UNIT),
                money(figures[MandateWriter.TRADING_COST] * FirmMarket.MONEY_UNIT)));
        List<FirmLimitResult> broken = broken();
        findings.addAll(accuracy(broken));
        String problem = broken.stream().map(this::miss).collect(Collectors.joining(" "));
        String remedy = broken.isEmpty()
                ? ""
                : "Raise %s, or widen the mandates that have to hold or trade it."
                        .formatted(broken.stream()
                                .map(limit -> say("%s to at least %.4g", name(limit), limit.use()))
                                .collect(Collectors.joining(", ")));
        return new Conclusion(findings, problem, remedy);
    }

    private String whatItGives() {
        double now = baseline(MandatePartition.CURRENT);
        return say(
                "The %,d mandates over %s get a utility of %s a year, %s more than their present holdings; nobody can get more than %s within the limits.",
                stored.items(),
                money(capital),
                money(outcome.run().value()),
                money(outcome.run().value() - now),
                money(outcome.run().bound()));
    }

    /** Only where the limits bind somebody: else nothing has to be cut. */
    private List<String> besideTheCut() {
        if (nobodyIsLimited()) {
            return List.of();
        }
        double cut = baseline(MandatePartition.CUT_BACK);
        return Double.isNaN(cut)
                ? List.of("No cut of all mandates by the same share keeps the limits.")
                : List.of(say(
                        "Cutting every mandate back by the same share until the limits hold would give %s; choosing who gives way gives %s more.",
                        money(cut), money(outcome.run().value() - cut)));
    }

    private boolean nobodyIsLimited() {
        return limits.stream().noneMatch(MandateFindings::tooMuchAlone);
    }

    private static boolean tooMuchAlone(FirmLimitResult limit) {
        return limit.useAlone() > limit.limit().most() * (1 + TOLERANCE) + 1e-12;
    }

    private List<String> whatTheLimitsCost() {
        List<FirmLimitResult> tooMuch =
                limits.stream().filter(MandateFindings::tooMuchAlone).toList();
        if (tooMuch.isEmpty()) {
            return List.of("No limit of the firm binds: every mandate gets what it would take alone.");
        }
        return List.of(say(
                "Every mandate alone would break %d of %d limits, the worst of them %s; keeping them costs the mandates %s a year, and %,d of them notice.",
                tooMuch.size(),
                limits.size(),
                worst(tooMuch),
                money(figures[MandateWriter.GIVEN_UP] * FirmMarket.MONEY_UNIT),
                Math.round(figures[MandateWriter.WORSE_OFF])));
    }

    private static String worst(List<FirmLimitResult> tooMuch) {
        FirmLimitResult worst = tooMuch.stream()
                .max(Comparator.comparingDouble(limit ->
                        limit.useAlone() / Math.max(1e-12, limit.limit().most())))
                .orElseThrow();
        return say(
                "%s with %.4g of %.4g",
                name(worst), worst.useAlone(), worst.limit().most());
    }

    private List<String> dearestLimits() {
        String dearest = limits.stream()
                .filter(limit -> limit.shadowPrice() > 1e-9 * capital)
                .sorted(Comparator.comparingDouble(FirmLimitResult::shadowPrice).reversed())
                .limit(MOST_LIMITS_NAMED)
                .map(limit -> say(
                        "%s (%s a year for one more %s)",
                        name(limit), money(limit.shadowPrice() / 100), perCent(limit.limit())))
                .collect(Collectors.joining(", "));
        return dearest.isEmpty()
                ? List.of()
                : List.of("The limits that would be worth most to widen are %s.".formatted(dearest));
    }

    private static String perCent(FirmLimit limit) {
        return switch (limit.kind()) {
            case ISSUER, SECTOR -> "per cent of the capital";
            case FACTOR -> "hundredth of exposure";
            case LIQUIDITY -> "per cent of a usual day's trade";
        };
    }

    private List<String> payers() {
        List<TopList.Entry> payers = outcome.settled().largest(MandateWriter.PAYERS);
        if (payers.isEmpty()) {
            return List.of();
        }
        String names = payers.stream()
                .map(entry -> say("%s (%s)", entry.name(), money(entry.amount())))
                .collect(Collectors.joining(", "));
        return List.of("The mandates that give up most for the limits are %s.".formatted(names));
    }

    /** Limits that are exceeded although their price has grown to the penalty: no price keeps them. */
    private List<FirmLimitResult> broken() {
        double[] price = outcome.settlement().shadowPrice();
        var broken = new ArrayList<FirmLimitResult>();
        for (int r = 0; r < limits.size(); r++) {
            if (excess(limits.get(r)) > TOLERANCE && price[r] > FirmMarket.CAP_PENALTY / 2) {
                broken.add(limits.get(r));
            }
        }
        return broken;
    }

    /** How far a limit is exceeded, as a share of it; a share of 1 % where less than that is allowed. */
    private static double excess(FirmLimitResult result) {
        double most = result.limit().most();
        double scale = result.limit().kind() == FirmLimit.Kind.LIQUIDITY ? most : Math.max(0.01, most);
        return (result.use() - most) / Math.max(1e-6, scale);
    }

    private List<String> accuracy(List<FirmLimitResult> broken) {
        double worst = limits.stream()
                .filter(limit -> !broken.contains(limit))
                .mapToDouble(MandateFindings::excess)
                .max()
                .orElse(0);
        return worst <= TOLERANCE
                ? List.of()
                : List.of(say(
                        "The limits are kept to within %.2g %%; a smaller target gap keeps them closer.", 100 * worst));
    }

    private String miss(FirmLimitResult limit) {
        return say(
                "The limit on %s cannot be kept: the mandates use %.4g where %.4g is allowed.",
                name(limit), limit.use(), limit.limit().most());
    }

    private static String name(FirmLimitResult result) {
        FirmLimit limit = result.limit();
        return "%s %s".formatted(limit.kind().name().toLowerCase(Locale.ENGLISH), limit.name());
    }

    private double baseline(String policy) {
        return outcome.baselines().stream()
                .filter(baseline -> baseline.name().equals(policy))
                .mapToDouble(baseline -> baseline.value())
                .findFirst()
                .orElse(Double.NaN);
    }

    private String money(double amount) {
        return say("%,.2f %s", amount, unit);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
