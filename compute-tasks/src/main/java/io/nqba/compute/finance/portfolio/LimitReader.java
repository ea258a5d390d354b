package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.GroupLimit;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.TradeRules;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.finance.GroupBound;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.WeightBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the limits of a request and of its mandate into those of the kernels, and names what does not fit. */
final class LimitReader {
    private final PortfolioRequest request;
    private final @Nullable Mandate mandate;
    private final AssetList assets;
    private final List<FieldProblem> problems;

    LimitReader(PortfolioRequest request, @Nullable Mandate mandate, AssetList assets, List<FieldProblem> problems) {
        this.request = request;
        this.mandate = mandate;
        this.assets = assets;
        this.problems = problems;
    }

    /** Returns the limits; long only where something was refused, because they are not used then. */
    PortfolioLimits read(double[] weightsNow) {
        int size = assets.ids().size();
        if (request.objective().rule()) {
            refuseLimitsOfARule();
            double[] whole = new double[size];
            Arrays.fill(whole, 0, assets.chosen(), 1);
            return PortfolioLimits.longOnly(size).withBounds(new double[size], whole);
        }
        double least = common(request.leastWeight(), mandate == null ? 0 : mandate.minWeight());
        double most = common(request.mostWeight(), mandate == null ? 1 : mandate.maxWeight());
        if (least > most) {
            problems.add(new FieldProblem(
                    "leastWeight",
                    Double.toString(least),
                    "It exceeds the greatest weight (%s).".formatted(most),
                    "Send a leastWeight of at most %s.".formatted(most)));
        }
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.fill(lower, 0, assets.chosen(), least);
        Arrays.fill(upper, 0, assets.chosen(), most);
        single(lower, upper);
        List<GroupLimit> groups = groups();
        if (!problems.isEmpty()) {
            return PortfolioLimits.longOnly(size);
        }
        PortfolioLimits limits = new PortfolioLimits(lower, upper, request.invested(), groups, null, request.ridge());
        double cost = costPerUnit();
        if (cost == 0 && request.mostTurnover() == Double.POSITIVE_INFINITY) {
            return limits;
        }
        double[] costs = new double[size];
        Arrays.fill(costs, cost);
        return limits.withTrades(new TradeRules(weightsNow, costs, request.mostTurnover()));
    }

    double costPerUnit() {
        return common(request.costPerUnit(), mandate == null ? 0 : mandate.costPerUnit());
    }

    double riskAversion() {
        return common(request.riskAversion(), mandate == null ? 1 : mandate.riskAversion());
    }

    private static double common(double given, double otherwise) {
        return Double.isNaN(given) ? otherwise : given;
    }

    private void single(double[] lower, double[] upper) {
        List<WeightBound> bounds = request.bounds();
        for (int i = 0; i < bounds.size(); i++) {
            WeightBound bound = bounds.get(i);
            int at = assets.ids().subList(0, assets.chosen()).indexOf(bound.instrumentId());
            if (at < 0) {
                problems.add(new FieldProblem(
                        "bounds[%d].instrumentId".formatted(i),
                        bound.instrumentId(),
                        "It is not among the instruments to choose from.",
                        "Add it to instrumentIds, or leave the bound out."));
            } else {
                lower[at] = bound.least();
                upper[at] = bound.most();
            }
        }
    }

    private List<GroupLimit> groups() {
        List<GroupLimit> limits = new ArrayList<>();
        List<GroupBound> groups = request.groups();
        for (int i = 0; i < groups.size(); i++) {
            GroupBound group = groups.get(i);
            double[] exposures = exposures(group);
            if (Arrays.stream(exposures).allMatch(exposure -> exposure == 0)) {
                problems.add(nobody(i, group));
            }
            limits.add(new GroupLimit(words(group), exposures, group.least(), group.most()));
        }
        return limits;
    }

    private static String words(GroupBound group) {
        return switch (group.kind()) {
            case SECTOR, ISSUER -> group.kind().name().toLowerCase(Locale.ROOT) + " " + group.name();
            case NAMED -> group.name();
        };
    }

    private double[] exposures(GroupBound group) {
        Predicate<Instrument> member = switch (group.kind()) {
            case SECTOR -> instrument -> instrument.sector().equals(group.name());
            case ISSUER -> instrument -> instrument.issuer().equals(group.name());
            case NAMED -> instrument -> group.instrumentIds().contains(instrument.instrumentId());
        };
        return assets.instruments().stream()
                .mapToDouble(instrument -> member.test(instrument) ? 1 : 0)
                .toArray();
    }

    private FieldProblem nobody(int i, GroupBound group) {
        var known = new TreeSet<String>();
        for (Instrument instrument : assets.instruments()) {
            known.add(
                    switch (group.kind()) {
                        case SECTOR -> instrument.sector();
                        case ISSUER -> instrument.issuer();
                        case NAMED -> instrument.instrumentId();
                    });
        }
        String some = String.join(", ", known.stream().limit(12).toList());
        String field = switch (group.kind()) {
            case SECTOR -> "sector";
            case ISSUER -> "issuer";
            case NAMED -> "instrumentIds";
        };
        return new FieldProblem(
                "groups[%d].%s".formatted(i, field),
                group.name(),
                "No instrument to choose from belongs to it.",
                "Use one of: %s.".formatted(some));
    }

    /** A rule weighs by itself; a limit that is not kept must not look as if it were. */
    private void refuseLimitsOfARule() {
        refuse("bounds", !request.bounds().isEmpty());
        refuse("groups", !request.groups().isEmpty());
        refuse("leastWeight", !Double.isNaN(request.leastWeight()));
        refuse("mostWeight", !Double.isNaN(request.mostWeight()));
        refuse("mostTurnover", request.mostTurnover() < Double.POSITIVE_INFINITY);
        refuse("ridge", request.ridge() != 0);
        refuse("mostNames", request.mostNames() != 0);
        refuse("leastHolding", request.leastHolding() != 0);
        refuse("invested", request.invested() != 1);
    }

    private void refuse(String field, boolean given) {
        if (given) {
            problems.add(new FieldProblem(
                    field,
                    request.objective().key(),
                    "The objective (%s) is a rule that knows no limits."
                            .formatted(request.objective().key()),
                    "Leave %s out, or choose an objective such as min-volatility.".formatted(field)));
        }
    }
}
