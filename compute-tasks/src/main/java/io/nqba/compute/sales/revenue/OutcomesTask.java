package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.OutcomeDrivers;
import io.nqba.compute.kernel.revenue.OutcomeDrivers.Difference;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.DriverRow;
import io.nqba.model.sales.OutcomeReport;
import io.nqba.model.sales.ReasonRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.ignite.Ignite;

/** Why deals are won and lost: what people said, and which groups differ from the rest by more than chance. */
public final class OutcomesTask extends SalesTask<DealGroupQuery, OutcomeReport> {
    private static final long serialVersionUID = 1L;
    private static final double FALSE_SHARE = 0.05;

    @Override
    protected OutcomeReport work(Ignite here, DealGroupQuery query) {
        within("level", query.level(), 0.5, 0.99);
        DealGroups groups = DealGroups.of(here, query);
        GroupTally all = groups.all();
        List<ReasonRow> reasons = new ArrayList<>();
        for (CloseReason reason : CloseReason.values()) {
            if (all.wonFor(reason) + all.lostFor(reason) > 0) {
                reasons.add(new ReasonRow(reason, all.wonFor(reason), all.lostFor(reason), all.lostMoney(reason)));
            }
        }
        reasons.sort(Comparator.comparingLong((ReasonRow row) -> -row.won() - row.lost()));
        long said = reasons.stream()
                .filter(row -> row.reason() != CloseReason.UNKNOWN)
                .mapToLong(row -> row.won() + row.lost())
                .sum();
        DriverRow[] drivers = drivers(groups, query);
        List<String> notes = new ArrayList<>();
        if (said == 0) {
            notes.add(
                    "No closed deal of the book says why it was won or lost. Until deals do, the groups below are all there is.");
        }
        notes.add(
                "%d groups were compared, each with all other deals; of those called real about %.0f %% are expected to be chance."
                        .formatted(drivers.length, 100 * FALSE_SHARE));
        return new OutcomeReport(
                groups.look().asOfDay(),
                all.won(),
                all.lost(),
                reasons.toArray(ReasonRow[]::new),
                drivers,
                FALSE_SHARE,
                notes.toArray(String[]::new));
    }

    private static DriverRow[] drivers(DealGroups groups, DealGroupQuery query) {
        List<DealDimension> by = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<GroupTally> tallies = new ArrayList<>();
        for (DealDimension each : query.by()) {
            groups.groups(each).forEach((value, tally) -> {
                if (tally.closed() > 0) {
                    by.add(each);
                    values.add(value);
                    tallies.add(tally);
                }
            });
        }
        long[] allWon = new long[tallies.size()];
        long[] allClosed = new long[tallies.size()];
        Arrays.fill(allWon, groups.all().won());
        Arrays.fill(allClosed, groups.all().closed());
        long[] won = tallies.stream().mapToLong(GroupTally::won).toArray();
        long[] closed = tallies.stream().mapToLong(GroupTally::closed).toArray();
        Difference[] found = OutcomeDrivers.of(won, closed, allWon, allClosed, query.level(), FALSE_SHARE);
        List<DriverRow> rows = new ArrayList<>();
        for (int g = 0; g < found.length; g++) {
            rows.add(new DriverRow(
                    by.get(g),
                    values.get(g),
                    won[g],
                    closed[g],
                    (double) won[g] / closed[g],
                    found[g].difference().value(),
                    found[g].difference().low(),
                    found[g].difference().high(),
                    found[g].pValue(),
                    found[g].real()));
        }
        rows.sort(Comparator.comparingDouble(DriverRow::pValue));
        return rows.toArray(DriverRow[]::new);
    }
}
