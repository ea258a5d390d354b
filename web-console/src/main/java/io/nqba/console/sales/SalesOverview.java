package io.nqba.console.sales;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead of sales decides on.
 *
 * @param openDeals deals that are neither won nor lost
 * @param openAmount their money: last offered, else the list price; currency of the book
 * @param weightedAmount the same times the chance to win
 * @param thisQuarter deals closed in the quarter that runs
 * @param lastQuarter deals closed in the quarter before
 * @param openLeads leads that are neither converted nor lost
 * @param unownedLeads those of them that nobody works on
 * @param newLeads leads that came in during the past seven days
 * @param newLeadsBefore the same for the seven days before
 * @param overdueTasks tasks whose day is over
 * @param grades open leads by grade, the best first; at the end those without a score
 * @param loads active agents, the most loaded first
 * @param tasks tasks that are overdue longest
 */
public record SalesOverview(
        long openDeals,
        double openAmount,
        double weightedAmount,
        Closed thisQuarter,
        Closed lastQuarter,
        long openLeads,
        long unownedLeads,
        long newLeads,
        long newLeadsBefore,
        long overdueTasks,
        List<GradeTotal> grades,
        List<Load> loads,
        List<OverdueTask> tasks) {
    public SalesOverview {
        grades = List.copyOf(grades);
        loads = List.copyOf(loads);
        tasks = List.copyOf(tasks);
    }

    /**
     * Closed deals of a quarter.
     *
     * @param amount what the won ones brought
     */
    public record Closed(String quarter, long won, long lost, double amount) {
        /** Returns the share that was won, NaN without a closed deal. */
        public double winRate() {
            return won + lost == 0 ? Double.NaN : (double) won / (won + lost);
        }
    }

    /**
     * Open leads of a grade.
     *
     * @param grade A to E; null without a score
     * @param expected sum of chance times amount; 0 without a score
     */
    public record GradeTotal(@Nullable String grade, long leads, double expected) {}

    /**
     * What an agent has in hand.
     *
     * @param hours work of the open leads they own
     * @param capacity hours they have
     */
    public record Load(String repId, String name, double hours, double capacity, long leads) {}

    /**
     * A task whose day is over.
     *
     * @param company of its lead; null for a private person
     */
    public record OverdueTask(
            String leadId,
            @Nullable String company,
            LocalDate dueDay,
            @Nullable String repId) {}

    /** Returns whether there is nothing to show. */
    public boolean nothing() {
        return openDeals + openLeads + thisQuarter.won() + thisQuarter.lost() + lastQuarter.won() + lastQuarter.lost()
                == 0;
    }
}
