package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.risk.LimitLevels.Level;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitUse;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.TailRisk;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** The limits of a book or portfolio and how much of them is used. */
final class RiskLimits {
    /** Begins the id of the limit that a mandate itself sets; no stored limit may begin so. */
    static final String MANDATE = "mandate:";

    private static final String LIMITS = "SELECT _VAL FROM RISK_LIMIT WHERE SUBJECT_ID = ?";

    private RiskLimits() {}

    /** Returns the limits of a subject, by id. */
    static List<RiskLimit> of(Ignite ignite, RiskScope scope, String subjectId) {
        List<RiskLimit> limits = new ArrayList<>();
        var query = new SqlFieldsQuery(LIMITS).setArgs(subjectId).setSchema("PUBLIC");
        try (var rows = ignite.cache(CacheNames.RISK_LIMIT).query(query)) {
            rows.forEach(row -> limits.add((RiskLimit) row.get(0)));
        }
        limits.removeIf(limit -> limit.scope() != scope);
        limits.sort(Comparator.comparing(RiskLimit::limitId));
        return List.copyOf(limits);
    }

    /** Returns the limits of a portfolio with the one that its mandate sets: no position above the largest weight. */
    static List<RiskLimit> of(Ignite ignite, Portfolio portfolio) {
        double most = portfolio.mandate().maxWeight();
        List<RiskLimit> limits = new ArrayList<>(of(ignite, RiskScope.PORTFOLIO, portfolio.portfolioId()));
        limits.add(new RiskLimit(
                MANDATE + portfolio.portfolioId(),
                RiskScope.PORTFOLIO,
                portfolio.portfolioId(),
                LimitMeasure.POSITION_WEIGHT,
                "",
                most,
                most,
                1,
                portfolio.owner(),
                0));
        return List.copyOf(limits);
    }

    /** Returns how much of each limit is used; a tail loss with its backtest in words. */
    static List<LimitUse> uses(List<RiskLimit> limits, Holdings holdings, List<TailRisk> tails) {
        List<LimitUse> uses = new ArrayList<>();
        for (RiskLimit limit : limits) {
            Level level = LimitLevels.of(limit, holdings);
            uses.add(new LimitUse(
                    limit, level.value(), level.worst(), limit.statusOf(level.value()), note(limit, tails)));
        }
        return List.copyOf(uses);
    }

    /** Returns the backtest that belongs to a limit on a tail loss; empty for other limits. */
    static String note(RiskLimit limit, List<TailRisk> tails) {
        return tails.stream()
                .filter(tail -> tail.method() == RiskMethod.HISTORICAL
                        && tail.confidence() == limit.measure().confidence())
                .findFirst()
                .map(TailRisks::inWords)
                .orElse("");
    }
}
