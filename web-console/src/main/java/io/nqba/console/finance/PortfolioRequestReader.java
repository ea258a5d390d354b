package io.nqba.console.finance;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.CovarianceEstimate;
import io.nqba.model.finance.GroupBound;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ReturnEstimate;
import io.nqba.model.finance.WeightBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body of a portfolio run: fills in what was left out and names every field that contradicts another. For one body. */
final class PortfolioRequestReader {
    private static final long MILLIS = 1_000;

    private final PortfolioOptimizationBody body;
    private final List<FieldProblem> problems = new ArrayList<>();

    PortfolioRequestReader(PortfolioOptimizationBody body) {
        this.body = body;
    }

    /**
     * Returns the request.
     *
     * @throws NqbaException naming every field that contradicts another
     */
    PortfolioRequest read() {
        PortfolioObjective wanted = named(
                "objective",
                body.objective(),
                PortfolioObjective::of,
                PortfolioObjective.values(),
                PortfolioObjective::key);
        PortfolioRequest.Builder request = PortfolioRequest.of(wanted);
        putSubject(request);
        putEstimates(request);
        putLimits(request);
        put(body.capital(), request::capital);
        put(body.riskAversion(), request::riskAversion);
        put(body.riskFree(), request::riskFree);
        put(body.level(), request::level);
        put(body.wholeShares(), request::wholeShares);
        put(body.frontierPoints(), request::frontierPoints);
        put(body.walkForward(), request::walkForward);
        put(body.seed(), request::seed);
        put(body.targetGap(), request::targetGap);
        put(body.maxRounds(), request::maxRounds);
        put(
                body.timeLimitSeconds() == null ? null : (Long) (body.timeLimitSeconds() * MILLIS),
                request::timeLimitMillis);
        if (wanted.wantsTarget() && body.target() == null) {
            problems.add(new FieldProblem(
                    "target",
                    "",
                    "The objective (%s) needs a target.".formatted(wanted.key()),
                    "Send the return or volatility per year, such as 0.08."));
        }
        put(body.target(), request::target);
        refuse();
        return request.build();
    }

    private void putSubject(PortfolioRequest.Builder request) {
        if (body.portfolioId() == null && body.universeId() == null) {
            problems.add(new FieldProblem(
                    "portfolioId",
                    "",
                    "Neither a portfolio nor a universe is named.",
                    "Send portfolioId, or universeId with capital."));
        }
        put(body.portfolioId(), request::portfolioId);
        put(body.universeId(), request::universeId);
        put(body.instrumentIds(), request::instrumentIds);
        if (body.frontierPoints() != null && body.frontierPoints() == 1) {
            problems.add(new FieldProblem(
                    "frontierPoints", "1", "One point is no frontier.", "Send 0 for none, or at least 2."));
        }
    }

    private void putEstimates(PortfolioRequest.Builder request) {
        if (body.expectedReturns() != null) {
            request.returns(named(
                    "expectedReturns",
                    body.expectedReturns(),
                    ReturnEstimate::of,
                    ReturnEstimate.values(),
                    ReturnEstimate::key));
        }
        if (body.covariance() != null) {
            request.covariance(named(
                    "covariance",
                    body.covariance(),
                    CovarianceEstimate::of,
                    CovarianceEstimate.values(),
                    CovarianceEstimate::key));
        }
        put(body.returnSpanDays(), request::returnSpanDays);
        put(body.covarianceSpanDays(), request::covarianceSpanDays);
        if (body.from() != null && body.to() != null && body.from().isAfter(body.to())) {
            problems.add(new FieldProblem(
                    "from",
                    body.from().toString(),
                    "It lies after the last day (%s).".formatted(body.to()),
                    "Send an earlier day."));
            return;
        }
        put(body.from() == null ? null : (Long) body.from().toEpochDay(), request::fromDay);
        put(body.to() == null ? null : (Long) body.to().toEpochDay(), request::toDay);
    }

    private void putLimits(PortfolioRequest.Builder request) {
        if (body.leastWeight() != null && body.mostWeight() != null && body.leastWeight() > body.mostWeight()) {
            problems.add(new FieldProblem(
                    "leastWeight",
                    body.leastWeight().toString(),
                    "It exceeds mostWeight (%s).".formatted(body.mostWeight()),
                    "Send at most %s.".formatted(body.mostWeight())));
        }
        put(body.leastWeight(), request::leastWeight);
        put(body.mostWeight(), request::mostWeight);
        put(body.invested(), request::invested);
        put(body.mostTurnover(), request::mostTurnover);
        put(body.costPerUnit(), request::costPerUnit);
        put(body.ridge(), request::ridge);
        put(body.mostNames(), request::mostNames);
        put(body.leastHolding(), request::leastHolding);
        List<WeightBound> single = new ArrayList<>();
        List<PortfolioOptimizationBody.Bound> given = body.bounds() == null ? List.of() : body.bounds();
        for (int i = 0; i < given.size(); i++) {
            PortfolioOptimizationBody.Bound bound = given.get(i);
            if (bound.least() > bound.most()) {
                problems.add(crossed("bounds[%d].least".formatted(i), bound.least(), bound.most()));
            } else {
                single.add(new WeightBound(bound.instrumentId(), bound.least(), bound.most()));
            }
        }
        request.bounds(single);
        List<GroupBound> together = new ArrayList<>();
        List<PortfolioOptimizationBody.Group> sent = body.groups() == null ? List.of() : body.groups();
        for (int i = 0; i < sent.size(); i++) {
            group(i, sent.get(i)).ifPresent(together::add);
        }
        request.groups(together);
    }

    private Optional<GroupBound> group(int i, PortfolioOptimizationBody.Group group) {
        double least = group.least() == null ? Double.NEGATIVE_INFINITY : group.least();
        double most = group.most() == null ? Double.POSITIVE_INFINITY : group.most();
        if (least > most) {
            problems.add(crossed("groups[%d].least".formatted(i), least, most));
            return Optional.empty();
        }
        if (group.least() == null && group.most() == null) {
            problems.add(new FieldProblem(
                    "groups[%d].most".formatted(i), "", "The group has no limit.", "Send least, most or both."));
            return Optional.empty();
        }
        if (group.sector() != null && group.issuer() == null && group.name() == null) {
            return Optional.of(new GroupBound(GroupBound.Kind.SECTOR, group.sector(), List.of(), least, most));
        }
        if (group.issuer() != null && group.sector() == null && group.name() == null) {
            return Optional.of(new GroupBound(GroupBound.Kind.ISSUER, group.issuer(), List.of(), least, most));
        }
        List<String> members = group.instrumentIds() == null ? List.of() : group.instrumentIds();
        if (group.name() != null && group.sector() == null && group.issuer() == null && !members.isEmpty()) {
            return Optional.of(new GroupBound(GroupBound.Kind.NAMED, group.name(), members, least, most));
        }
        problems.add(new FieldProblem(
                "groups[%d]".formatted(i),
                "",
                "It is not clear who belongs to the group.",
                "Send sector, or issuer, or name with instrumentIds."));
        return Optional.empty();
    }

    private static FieldProblem crossed(String field, double least, double most) {
        return new FieldProblem(
                field,
                Double.toString(least),
                "It exceeds the greatest weight (%s).".formatted(most),
                "Send at most %s.".formatted(most));
    }

    private static <T> void put(@Nullable T value, Consumer<T> into) {
        if (value != null) {
            into.accept(value);
        }
    }

    private <E> E named(
            String field, String key, Function<String, Optional<E>> find, E[] all, Function<E, String> keyOf) {
        return find.apply(key).orElseGet(() -> {
            String known = Arrays.stream(all).map(keyOf).collect(Collectors.joining(", "));
            problems.add(new FieldProblem(field, key, "There is no such choice.", "Send one of: %s.".formatted(known)));
            return all[0];
        });
    }

    private void refuse() {
        if (problems.isEmpty()) {
            return;
        }
        String names = problems.stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", "));
        throw new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The request has %s: %s."
                        .formatted(problems.size() == 1 ? "a wrong field" : problems.size() + " wrong fields", names),
                problems.get(0).remedy(),
                problems,
                null);
    }
}
