package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.assignment.Choice;
import io.nqba.compute.kernel.assignment.WorkItems;
import java.util.Locale;

/** Why an item went where it went, in a sentence. */
final class AssignmentReason {
    private final SalesMarket market;
    private final double[] price;
    private final Choice free = new Choice();

    /** @param price what an hour of each agent is worth */
    AssignmentReason(SalesMarket market, double[] price) {
        this.market = market;
        this.price = price;
    }

    /** Returns whether any agent may take an item and make something of it. */
    boolean anybodyMay(WorkItems items, int item) {
        market.free().choose(items, item, free);
        return free.best() >= 0;
    }

    /** @param agent who got it, or {@link WorkItems#NOBODY} */
    String of(WorkItems items, int item, int agent) {
        market.free().choose(items, item, free);
        int best = free.best();
        double hours = items.ticks(item) / (double) AgentMarket.TICKS_PER_HOUR;
        if (best < 0) {
            return "No agent with the skill, territory and language makes anything of it.";
        }
        if (agent < 0) {
            return say(
                    "%s would make %,.0f %s of it, less than %s of their time bring elsewhere (%,.0f %s an hour).",
                    name(best),
                    free.bestUtility(),
                    SalesMarket.CURRENCY,
                    hours(hours),
                    price[best],
                    SalesMarket.CURRENCY);
        }
        double worth = market.agents().worth(items, item, agent);
        if (agent == best) {
            return say(
                    "%s makes most of it: %,.0f %s expected in %s.",
                    name(agent), worth, SalesMarket.CURRENCY, hours(hours));
        }
        return say(
                "%s would make %,.0f %s more of it, but an hour of theirs is worth %,.0f %s against %,.0f %s of %s.",
                name(best),
                free.bestUtility() - worth,
                SalesMarket.CURRENCY,
                price[best],
                SalesMarket.CURRENCY,
                price[agent],
                SalesMarket.CURRENCY,
                name(agent));
    }

    private String name(int agent) {
        return market.reps().get(agent).name();
    }

    private static String hours(double hours) {
        return hours == 1 ? "one hour" : say("%.3g hours", hours);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
