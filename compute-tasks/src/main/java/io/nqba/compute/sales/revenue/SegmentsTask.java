package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.Interval;
import io.nqba.compute.kernel.revenue.ShrunkRates;
import io.nqba.compute.kernel.risk.NormalDistribution;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.SegmentReport;
import io.nqba.model.sales.SegmentRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;

/** The segments of a market: how often, how fast and for how much each buys. */
public final class SegmentsTask extends SalesTask<DealGroupQuery, SegmentReport> {
    private static final long serialVersionUID = 1L;

    @Override
    protected SegmentReport work(Ignite here, DealGroupQuery query) {
        within("level", query.level(), 0.5, 0.99);
        DealGroups groups = DealGroups.of(here, query);
        List<SegmentRow> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (DealDimension by : query.by()) {
            Map<String, GroupTally> segments = groups.groups(by);
            ShrunkRates rates = ShrunkRates.of(
                    segments.values().stream().mapToLong(GroupTally::won).toArray(),
                    segments.values().stream().mapToLong(GroupTally::closed).toArray());
            List<SegmentRow> mine = new ArrayList<>();
            segments.forEach((value, tally) -> mine.add(row(by, value, tally, rates, query.level())));
            mine.sort(Comparator.comparingDouble(SegmentRow::revenue).reversed());
            rows.addAll(mine);
            notes.add("By %s each rate is drawn towards that of all deals, which weighs as much as %,.0f closed ones."
                    .formatted(DealNames.of(by), rates.prior()));
        }
        GroupTally all = groups.all();
        GroupTally nobody = groups.groups(DealDimension.SECTOR).get("");
        if (nobody != null && nobody.closed() == 0 && nobody.open() > 0) {
            notes.add("%d open deals name no account; they stand under not known.".formatted(nobody.open()));
        }
        double common = all.closed() == 0 ? Double.NaN : (double) all.won() / all.closed();
        return new SegmentReport(
                groups.look().asOfDay(), common, rows.toArray(SegmentRow[]::new), notes.toArray(String[]::new));
    }

    private static SegmentRow row(DealDimension by, String value, GroupTally tally, ShrunkRates rates, double level) {
        Interval rate = rates.rate(tally.won(), tally.closed(), level);
        Interval median = tally.spells().risks().medianDays(level);
        double amount = tally.won() == 0 ? Double.NaN : tally.money() / tally.won();
        double half = NormalDistribution.quantile((1 + level) / 2) * tally.amountError();
        return new SegmentRow(
                by,
                value,
                tally.open(),
                tally.won(),
                tally.lost(),
                rate.value(),
                rate.low(),
                rate.high(),
                median.value(),
                median.low(),
                median.high(),
                amount,
                Math.max(0, amount - half),
                amount + half,
                tally.money());
    }
}
