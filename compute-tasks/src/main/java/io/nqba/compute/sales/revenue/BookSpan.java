package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.RevenueQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.ignite.Ignite;

/**
 * The days that a book of deals covers. Deals that closed before anybody kept the book are not in it, so deals count only from the first
 * day on which one was seen closing. Crosses the grid wire.
 */
final class BookSpan {
    /** What lies further back is not looked at. */
    private static final int MOST_MONTHS = 60;

    private long firstClose = Opportunity.NOT_YET;
    private long lastEvent = Long.MIN_VALUE;
    private long deals;

    private void add(Opportunity deal) {
        deals++;
        if (deal.closeDay() != Opportunity.NOT_YET) {
            firstClose = Math.min(firstClose, deal.closeDay());
            lastEvent = Math.max(lastEvent, deal.closeDay());
        }
        if (deal.engageDay() != Opportunity.NOT_YET) {
            lastEvent = Math.max(lastEvent, deal.engageDay());
        }
    }

    private void add(BookSpan other) {
        firstClose = Math.min(firstClose, other.firstClose);
        lastEvent = Math.max(lastEvent, other.lastEvent);
        deals += other.deals;
    }

    /** Asks the nodes. */
    static BookSpan of(Ignite ignite) {
        var all = new BookSpan();
        DealScan.ask(ignite, CacheNames.OPPORTUNITY, Part::new).forEach(all::add);
        return all;
    }

    /**
     * Returns what to look at.
     *
     * @param asked last day that is asked for, or {@link RevenueQuery#LATEST}
     * @throws NqbaException if nothing closed by then
     */
    Look look(long asked) {
        if (firstClose == Opportunity.NOT_YET) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "None of the %d deals in the book has closed, so nothing can be learnt from them.".formatted(deals),
                    "Load deals that were won and lost, or close some.");
        }
        long asOf = asked == RevenueQuery.LATEST ? lastEvent : asked;
        if (asOf < firstClose || asOf > lastEvent + 366) {
            String problem = "The book knows closed deals from %s to %s.".formatted(day(firstClose), day(lastEvent));
            String remedy = "Send a day from the first of them to a year after the last, or none for the last.";
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The asOf (%s) is outside the book. %s".formatted(day(asOf), problem),
                    remedy,
                    List.of(new FieldProblem("asOf", day(asOf), problem, remedy)),
                    null);
        }
        int lastMonth = SalesMonths.of(asOf);
        long watched = Math.max(firstClose, SalesMonths.firstDay(lastMonth - MOST_MONTHS + 1));
        int firstMonth = SalesMonths.of(watched);
        return new Look(asOf, watched, firstMonth, lastMonth - firstMonth + 1);
    }

    static String day(long day) {
        try {
            return LocalDate.ofEpochDay(day).toString();
        } catch (DateTimeException beyondTheCalendar) {
            return Long.toString(day);
        }
    }

    private static final class Part implements Share<BookSpan> {
        private final int[] partitions;

        Part(int[] partitions) {
            this.partitions = partitions;
        }

        @Override
        public BookSpan work(Ignite here) {
            var span = new BookSpan();
            DealScan.deals(here, partitions, span::add);
            return span;
        }
    }
}
