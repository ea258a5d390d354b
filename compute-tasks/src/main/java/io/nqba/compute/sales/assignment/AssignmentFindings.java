package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.assignment.AssignmentPlan;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.sales.AgentPrice;
import io.nqba.model.sales.AgentPriceKey;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.sales.SalesRep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/** What an assignment found as a whole: the agents' rows, the prices for work to come, and sentences. */
final class AssignmentFindings {
    private final SalesMarket market;
    private final AssignmentMemory memory;
    private final OptimizationRun run;
    private final WrittenTally written;
    private final double[] shadowPrice;

    AssignmentFindings(
            SalesMarket market,
            AssignmentMemory memory,
            OptimizationRun run,
            WrittenTally written,
            double[] shadowPrice) {
        this.market = market;
        this.memory = memory;
        this.run = run;
        this.written = written;
        this.shadowPrice = shadowPrice;
    }

    /** Stores the agents' rows, and for leads the prices that new ones are assigned at. */
    void store(Ignite ignite) {
        List<SalesRep> reps = market.reps();
        double[] values = written.values();
        double[] left = new double[reps.size()];
        Map<AgentPriceKey, AgentPrice> rows = KeyOrder.map();
        for (int a = 0; a < left.length; a++) {
            left[a] = Math.max(0, capacity(a) - written.hours(a));
            rows.put(
                    new AgentPriceKey(run.runId(), reps.get(a).repId()),
                    new AgentPrice(written.hours(a), capacity(a), Math.max(0, shadowPrice[a]), values[a]));
        }
        ignite.<AgentPriceKey, AgentPrice>cache(CacheNames.AGENT_PRICE).putAll(rows);
        if (market.request().work() == AssignmentWork.LEADS) {
            ignite.<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES)
                    .put(
                            CurrentAssignmentPrices.KEY,
                            new CurrentAssignmentPrices(
                                    run.runId(),
                                    reps.stream().map(SalesRep::repId).toArray(String[]::new),
                                    shadowPrice,
                                    left,
                                    Clock.systemUTC().millis()));
        }
    }

    private double capacity(int agent) {
        return market.agents().most()[agent] / (double) AgentMarket.TICKS_PER_HOUR;
    }

    /** @param early why the run ends before its gap has closed; empty when it has */
    List<String> sentences(String early) {
        List<String> sentences = new ArrayList<>();
        if (!early.isEmpty()) {
            sentences.add(say(
                    "%s before the gap had closed: the plan is proven to be within %.3g %% of the best.",
                    early, 100 * run.gap()));
        }
        sentences.add(say(
                "%,d of %,d items have an agent; %,d of them change hands.",
                written.given(), memory.items(), written.moved()));
        best().ifPresent(baseline -> sentences.add(say(
                "That is worth %,.2f %s, %.2f %% more than the best policy without prices (%s).",
                run.value(), run.valueUnit(), 100 * (run.value() / baseline.value() - 1), baseline.name())));
        dearest(sentences);
        if (written.left() > written.barred()) {
            sentences.add(say(
                    "%,d items wait because the hours they need bring more elsewhere.",
                    written.left() - written.barred()));
        }
        if (memory.share() < 1) {
            sentences.add(say(
                    "The policies without prices were tried on a sample of %.2g %% with as much of the hours.",
                    100 * memory.share()));
        }
        probabilities(sentences);
        return sentences;
    }

    private Optional<Baseline> best() {
        return run.baselines().stream()
                .filter(baseline -> baseline.value() > 0)
                .max(Comparator.comparingDouble(Baseline::value));
    }

    private void dearest(List<String> sentences) {
        IntStream.range(0, shadowPrice.length)
                .boxed()
                .max(Comparator.comparingDouble(a -> shadowPrice[a]))
                .filter(a -> shadowPrice[a] > 0)
                .ifPresentOrElse(
                        a -> sentences.add(say(
                                "One more hour of %s is worth %,.2f %s.",
                                market.reps().get(a).name(), shadowPrice[a], run.valueUnit())),
                        () -> sentences.add("There are hours enough: one more is worth nothing."));
    }

    private void probabilities(List<String> sentences) {
        if (market.request().work() == AssignmentWork.DEALS) {
            sentences.add("Win rates are those of agent and product in closed deals, smoothed.");
            return;
        }
        long unscored = memory.items() - memory.scored();
        if (unscored > 0) {
            sentences.add(say(
                    "%,d leads have no score and count with a chance of %.3g %%: that of %,d closed leads and of 10 assumed ones, of"
                            + " which one is won.",
                    unscored, 100 * market.rates().ofLeads(), market.rates().closedLeads()));
        }
    }

    /** Returns what of the request could not be met; empty when all was. */
    String problem() {
        AssignmentPlan plan = Objects.requireNonNull(memory.search().plan());
        if (plan.shortHours() > 1e-3) {
            return say(
                    "Agents are %,.1f hours short of the least share; each counts %,.2f %s less.",
                    plan.shortHours(), market.agents().shortagePenalty(), run.valueUnit());
        }
        if (written.barred() > 0) {
            return say(
                    "%,d items have no agent with the skill, territory and language who makes anything of them.",
                    written.barred());
        }
        return "";
    }

    /** Returns what to do about it. */
    String remedy() {
        if (problem().isEmpty()) {
            return "";
        }
        return problem().startsWith("Agents")
                ? "Lower leastShare, or give these agents skills and territories with more work."
                : "Give an agent the missing skill, territory or language, or correct the rows.";
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
