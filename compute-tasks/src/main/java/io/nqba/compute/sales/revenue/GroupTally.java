package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.PriceRatios;
import io.nqba.compute.kernel.revenue.Spells;
import io.nqba.compute.kernel.revenue.Spells.Exit;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import java.util.Map;
import java.util.TreeMap;

/** The deals of one group, in whole numbers. Crosses the grid wire. */
final class GroupTally {
    private static final double CENTS = 100;
    /** Amounts are counted in steps of one per cent. */
    private static final double STEPS = 100;

    private final Spells spells;
    private final PriceRatios wonPrices = new PriceRatios();
    private final PriceRatios lostOffers = new PriceRatios();
    private final TreeMap<Integer, Long> amounts = new TreeMap<>();
    private final TreeMap<CloseReason, Long> wonFor = new TreeMap<>();
    private final TreeMap<CloseReason, Long> lostFor = new TreeMap<>();
    private final TreeMap<CloseReason, Long> lostCents = new TreeMap<>();
    private long open;
    private long won;
    private long lost;
    private long cents;

    GroupTally(Look look) {
        spells = new Spells(look.firstMonth(), 1);
    }

    void add(Opportunity deal, Look look, double listPrice) {
        boolean closed = deal.closeDay() <= look.asOfDay() && !deal.isOpen();
        if (!closed) {
            open++;
        } else if (deal.stage() == DealStage.WON) {
            won++;
            cents += (long) Math.rint(deal.amount() * CENTS);
            wonPrices.add(deal.amount(), listPrice);
            wonFor.merge(deal.reason(), 1L, Long::sum);
            if (deal.amount() > 0) {
                amounts.merge((int) Math.rint(Math.log(deal.amount()) * STEPS), 1L, Long::sum);
            }
        } else {
            lost++;
            lostFor.merge(deal.reason(), 1L, Long::sum);
            lostCents.merge(deal.reason(), (long) Math.rint(deal.offer() * CENTS), Long::sum);
            if (deal.offer() > 0) {
                lostOffers.add(deal.offer(), listPrice);
            }
        }
        if (deal.engageDay() <= look.asOfDay()) {
            Exit exit = !closed ? Exit.OPEN : deal.stage() == DealStage.WON ? Exit.AHEAD : Exit.OUT;
            spells.add(deal.engageDay(), look.watchedFrom(), closed ? deal.closeDay() : look.asOfDay(), exit);
        }
    }

    void add(GroupTally other) {
        spells.add(other.spells);
        wonPrices.add(other.wonPrices);
        lostOffers.add(other.lostOffers);
        merge(amounts, other.amounts);
        merge(wonFor, other.wonFor);
        merge(lostFor, other.lostFor);
        merge(lostCents, other.lostCents);
        open += other.open;
        won += other.won;
        lost += other.lost;
        cents += other.cents;
    }

    private static <K> void merge(Map<K, Long> counts, Map<K, Long> more) {
        more.forEach((key, count) -> counts.merge(key, count, Long::sum));
    }

    Spells spells() {
        return spells;
    }

    PriceRatios wonPrices() {
        return wonPrices;
    }

    PriceRatios lostOffers() {
        return lostOffers;
    }

    long open() {
        return open;
    }

    long won() {
        return won;
    }

    long lost() {
        return lost;
    }

    long closed() {
        return won + lost;
    }

    double money() {
        return cents / CENTS;
    }

    long wonFor(CloseReason reason) {
        return wonFor.getOrDefault(reason, 0L);
    }

    long lostFor(CloseReason reason) {
        return lostFor.getOrDefault(reason, 0L);
    }

    double lostMoney(CloseReason reason) {
        return lostCents.getOrDefault(reason, 0L) / CENTS;
    }

    /** Returns the standard error of the mean amount; not a number for fewer than two wins. */
    double amountError() {
        double mean = money() / won;
        double squares = 0;
        long count = 0;
        for (Map.Entry<Integer, Long> each : amounts.entrySet()) {
            double distance = Math.exp(each.getKey() / STEPS) - mean;
            squares += each.getValue() * distance * distance;
            count += each.getValue();
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
    }
}
