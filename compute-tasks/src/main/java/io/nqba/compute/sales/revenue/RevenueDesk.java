package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.AgeBins;
import io.nqba.compute.kernel.revenue.CompetingRisks;
import io.nqba.compute.kernel.revenue.DealHazards;
import io.nqba.compute.kernel.revenue.Interval;
import io.nqba.compute.kernel.revenue.MoneyForecast;
import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.compute.kernel.revenue.Spells;
import io.nqba.compute.kernel.revenue.Spells.Exit;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.RevenueScore;
import io.nqba.model.sales.RevenueTrial;
import io.nqba.model.sales.RevenueWindow;
import io.nqba.model.sales.StageVelocity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/** Makes a report about revenue: two rounds of counts from the nodes, one to learn from and one of what is open. */
final class RevenueDesk {
    private static final int DRAWS = 20_000;
    private static final int TRIAL_DRAWS = 4_000;

    private final Ignite ignite;
    private final RevenueQuery query;
    private final Map<String, Product> products;
    private final DealTally tally;
    private final Look look;

    RevenueDesk(Ignite ignite, RevenueQuery query) {
        this.ignite = ignite;
        this.query = query;
        look = BookSpan.of(ignite).look(query.asOfDay());
        products = DealTally.products(ignite);
        tally = DealTally.of(ignite, look);
    }

    RevenueReport report() {
        var known = new Knowledge(tally, products, look.asOfDay(), SalesMonths.of(look.asOfDay()) + 1);
        Stretches stretches = new Stretches(look.asOfDay(), query.quarters());
        List<Outlook> outlooks = new ArrayList<>();
        outlooks.add(known.outlook(known.hazards(), stretches.fromDays(), stretches.toDays()));
        boolean asked = query.winRate() != 1 || query.speed() != 1 || query.arrivals() != 1;
        if (asked) {
            DealHazards changed = known.hazards().changed(query.winRate(), query.speed());
            outlooks.add(known.outlook(changed, stretches.fromDays(), stretches.toDays()));
        }
        int first = outlooks.size();
        var past = new PastTrials(tally, products);
        List<Outlook> old = past.outlooks();
        outlooks.addAll(old);
        PipelineCounts pipeline = PipelineCounts.of(ignite, outlooks);
        List<RevenueTrial> trials = past.trials(
                new RevenueForecaster(tally, query.level(), TRIAL_DRAWS, query.seed()), old, pipeline, first);
        var forecaster = new RevenueForecaster(tally, query.level(), DRAWS, query.seed());
        List<MoneyForecast> usual = forecaster.forecast(known, outlooks.get(0), pipeline, 0, 1);
        List<MoneyForecast> changed =
                asked ? forecaster.forecast(known, outlooks.get(1), pipeline, 1, query.arrivals()) : List.of();
        double factor = past.correction();
        return assembled(known, factor, windows(stretches, usual, factor), windows(stretches, changed, factor), trials);
    }

    private RevenueReport assembled(
            Knowledge known,
            double correction,
            RevenueWindow[] windows,
            RevenueWindow[] changed,
            List<RevenueTrial> trials) {
        CompetingRisks risks = tally.spells().risks();
        int[] ages = IntStream.range(0, risks.bins())
                .map(bin -> AgeBins.firstDay(bin) + AgeBins.days(bin) - 1)
                .toArray();
        return new RevenueReport(
                look.asOfDay(),
                look.watchedFrom(),
                tally.deals(),
                tally.nodes(),
                query.level(),
                known.common(),
                correction,
                openList(),
                windows,
                changed,
                PastTrials.scores(trials).toArray(RevenueScore[]::new),
                trials.toArray(RevenueTrial[]::new),
                stages(),
                ages,
                IntStream.range(0, ages.length).mapToDouble(risks::aheadBy).toArray(),
                IntStream.range(0, ages.length).mapToDouble(risks::outBy).toArray(),
                IntStream.range(0, ages.length).mapToDouble(risks::aheadAfter).toArray(),
                notes().toArray(String[]::new));
    }

    private double openList() {
        double sum = 0;
        for (Map.Entry<String, ProductTally> each : tally.products().entrySet()) {
            Product product = products.get(each.getKey());
            sum += each.getValue().spells().exits(Exit.OPEN) * (product == null ? 0 : product.listPrice());
        }
        return sum;
    }

    private RevenueWindow[] windows(Stretches stretches, List<MoneyForecast> made, double factor) {
        RevenueWindow[] windows = new RevenueWindow[made.size()];
        for (int w = 0; w < windows.length; w++) {
            MoneyForecast forecast = made.get(w).times(factor);
            double booked = stretches.bookedMonths(w).mapToDouble(tally::money).sum();
            windows[w] = new RevenueWindow(
                    stretches.fromDays()[w],
                    stretches.toDays()[w],
                    stretches.isQuarter(w),
                    booked,
                    forecast.pipeline(),
                    forecast.fresh(),
                    booked + forecast.low(),
                    booked + forecast.high(),
                    forecast.error(),
                    forecast.wins());
        }
        return windows;
    }

    private StageVelocity[] stages() {
        List<StageVelocity> stages = new ArrayList<>();
        stages.add(velocity(DealStage.PROSPECTING, "", tally.prospects()));
        stages.add(velocity(DealStage.ENGAGING, "", tally.spells()));
        tally.products().forEach((id, each) -> stages.add(velocity(DealStage.ENGAGING, id, each.spells())));
        return stages.toArray(StageVelocity[]::new);
    }

    private StageVelocity velocity(DealStage stage, String productId, Spells spells) {
        CompetingRisks risks = spells.risks();
        Interval rate = risks.aheadBy(AgeBins.COUNT - 1, query.level());
        Interval median = risks.medianDays(query.level());
        return new StageVelocity(
                stage,
                productId,
                spells.exits(Exit.AHEAD),
                spells.exits(Exit.OUT),
                spells.exits(Exit.OPEN),
                rate.value(),
                rate.low(),
                rate.high(),
                median.value(),
                median.low(),
                median.high(),
                risks.medianDaysAhead());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        long begunBefore = tally.spells().begunBefore();
        if (begunBefore > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Deals that closed before %s are not in the book; %,d that began earlier count from that day on.",
                    BookSpan.day(look.watchedFrom()),
                    begunBefore));
        }
        if (tally.prospectsOpen() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d deals have not begun yet; the forecast has them among those still to begin.",
                    tally.prospectsOpen()));
        }
        if (tally.prospectsWithoutDay() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of them do not say since when, so how fast prospects move is told by the others.",
                    tally.prospectsWithoutDay()));
        }
        return notes;
    }
}
