package io.nqba.console.grid;

import io.nqba.console.finance.MandateOptimizationBody;
import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunView;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.sales.AssignmentRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns stored runs and steps into what the API shows: points in time for milliseconds, null for what is not known. */
final class RunViews {
    private RunViews() {}

    static RunView of(OptimizationRun run) {
        return new RunView(
                run.runId(),
                run.unit(),
                run.kind(),
                run.subject(),
                run.state(),
                run.requestedBy(),
                Instant.ofEpochMilli(run.createdMillis()),
                instant(run.startedMillis()),
                instant(run.finishedMillis()),
                run.sense(),
                run.valueUnit(),
                known(run.value()),
                known(run.bound()),
                known(run.gap()),
                run.baselines().stream()
                        .map(baseline -> new BaselineView(baseline.name(), baseline.value()))
                        .toList(),
                run.rounds(),
                run.nodes(),
                run.coordinatorNode(),
                run.cancelRequested(),
                run.problem(),
                run.remedy(),
                run.findings(),
                parameters(run.request()));
    }

    static RunEvent of(String runId, long sequence, RunProgress step) {
        return new RunEvent(
                runId,
                sequence,
                step.state(),
                step.round(),
                known(step.value()),
                known(step.bound()),
                known(step.gap()),
                step.elapsedMillis(),
                step.nodes(),
                step.bytes(),
                step.message());
    }

    /** Returns the end of a run whose last step was never written, as its stored state tells it. */
    static RunEvent end(OptimizationRun run, long sequence) {
        return new RunEvent(
                run.runId(),
                sequence,
                run.state(),
                run.rounds(),
                known(run.value()),
                known(run.bound()),
                known(run.gap()),
                Math.max(0, run.finishedMillis() - run.startedMillis()),
                run.nodes(),
                0,
                run.problem());
    }

    private static Map<String, Object> parameters(RunRequest request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("targetGap", request.targetGap());
        parameters.put("maxRounds", request.maxRounds());
        parameters.put("timeLimitMillis", request.timeLimitMillis());
        if (request instanceof EnergyRequest energy) {
            put(energy, parameters);
        }
        if (request instanceof AnnealingRequest annealing) {
            put(annealing, parameters);
        }
        if (request instanceof BacktestRequest backtest) {
            put(backtest, parameters);
        }
        if (request instanceof PortfolioRequest portfolio) {
            put(portfolio, parameters);
        }
        if (request instanceof MandateRequest mandates) {
            put(mandates, parameters);
        }
        if (request instanceof AssignmentRequest assignment) {
            put(assignment, parameters);
        }
        return parameters;
    }

    private static void put(AssignmentRequest assignment, Map<String, Object> parameters) {
        parameters.put("work", assignment.work());
        parameters.put("agents", assignment.agents());
        parameters.put("hoursPerAgent", assignment.hoursPerAgent());
        parameters.put("hoursPerItem", assignment.hoursPerItem());
        parameters.put("halfLifeDays", assignment.halfLifeDays());
        parameters.put("marginCounts", assignment.marginCounts());
        parameters.put("switchCost", assignment.switchCost());
        parameters.put("leastShare", assignment.leastShare());
        parameters.put("mostShare", assignment.mostShare());
        parameters.put("shortageCost", assignment.shortageCost());
    }

    private static void put(MandateRequest mandates, Map<String, Object> parameters) {
        parameters.put("bookId", mandates.bookId());
        parameters.put("expectedReturn", mandates.expectedReturn());
        parameters.put("historyDays", mandates.historyDays());
        parameters.put("factors", mandates.factors());
        parameters.put("leastInvested", mandates.leastInvested());
        parameters.put(
                "limits",
                mandates.limits().stream()
                        .map(limit -> new MandateOptimizationBody.Limit(limit.kind(), limit.name(), limit.most()))
                        .toList());
    }

    private static void put(BacktestRequest backtest, Map<String, Object> parameters) {
        // Nothing bounds a backtest, and its rounds have no number.
        parameters.remove("targetGap");
        parameters.remove("maxRounds");
        parameters.put("strategyId", backtest.strategyId());
        parameters.put("grid", backtest.grid());
        parameters.put("tries", backtest.tries());
        parameters.put("heldBack", backtest.heldBack());
        parameters.put("objective", backtest.objective());
        if (backtest.fromDay() != -BacktestRequest.ALL_DAYS) {
            parameters.put("from", LocalDate.ofEpochDay(backtest.fromDay()));
        }
        if (backtest.toDay() != BacktestRequest.ALL_DAYS) {
            parameters.put("to", LocalDate.ofEpochDay(backtest.toDay()));
        }
    }

    private static void put(EnergyRequest energy, Map<String, Object> parameters) {
        parameters.put("districtId", energy.districtId());
        parameters.put("start", Instant.ofEpochMilli(energy.startMillis()));
        parameters.put("slots", energy.slots());
        parameters.put("source", energy.source());
        parameters.put("demandChargePerKw", energy.demandChargePerKw());
        parameters.put("carbonWeightPerKg", energy.carbonWeightPerKg());
        parameters.put("demandResponse", energy.demandResponse());
    }

    private static void put(AnnealingRequest annealing, Map<String, Object> parameters) {
        // Its rounds have a length and no number.
        parameters.remove("maxRounds");
        parameters.put("problemId", annealing.problemId());
        parameters.put("sweeps", annealing.sweeps());
        parameters.put("roundMillis", annealing.roundMillis());
        parameters.put("workers", annealing.workers());
        parameters.put("nodes", annealing.nodes());
        parameters.put("seed", annealing.seed());
        parameters.put("priority", annealing.priority());
        parameters.put("warmStart", annealing.warmStart());
        if (Double.isFinite(annealing.target())) {
            parameters.put("target", annealing.target());
        }
    }

    /** Only what was asked beyond the defaults, so that the list says what is special about the run. */
    private static void put(PortfolioRequest asked, Map<String, Object> parameters) {
        parameters.put("objective", asked.objective().key());
        parameters.put("expectedReturns", asked.returns().key());
        parameters.put("covariance", asked.covariance().key());
        parameters.put("riskFree", asked.riskFree());
        parameters.put("wholeShares", asked.wholeShares());
        if (!asked.portfolioId().isEmpty()) {
            parameters.put("portfolioId", asked.portfolioId());
        }
        if (!asked.universeId().isEmpty()) {
            parameters.put("universeId", asked.universeId());
        }
        putKnown("capital", asked.capital(), parameters);
        putKnown("target", asked.target(), parameters);
        putKnown("riskAversion", asked.riskAversion(), parameters);
        putKnown("leastWeight", asked.leastWeight(), parameters);
        putKnown("mostWeight", asked.mostWeight(), parameters);
        putKnown("mostTurnover", asked.mostTurnover(), parameters);
        putKnown("costPerUnit", asked.costPerUnit(), parameters);
        if (asked.few()) {
            parameters.put("mostNames", asked.mostNames());
            parameters.put("leastHolding", asked.leastHolding());
            parameters.put("seed", asked.seed());
        }
        if (asked.objective().overScenarios()) {
            parameters.put("level", asked.level());
        }
        if (asked.frontierPoints() > 0) {
            parameters.put("frontierPoints", asked.frontierPoints());
        }
        if (!asked.groups().isEmpty()) {
            parameters.put(
                    "groups", asked.groups().stream().map(Object::toString).toList());
        }
        if (!asked.bounds().isEmpty()) {
            parameters.put(
                    "bounds", asked.bounds().stream().map(Object::toString).toList());
        }
    }

    private static void putKnown(String name, double value, Map<String, Object> parameters) {
        if (Double.isFinite(value)) {
            parameters.put(name, value);
        }
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
