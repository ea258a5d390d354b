package io.nqba.compute.annealing;

import io.nqba.compute.annealing.CoefficientEdits.Outcome;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemChunks;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.Ignite;

/** One problem whose changes are answered here. */
final class EventSeat {
    /** Revisions kept as edits before they are folded into new chunks. */
    private static final int MOST_EDITED_REVISIONS = 64;

    private final Ignite ignite;
    private final String problemId;
    private final ProblemStore store;
    private final WarmCrew crew;

    EventSeat(Ignite ignite, String problemId) {
        this.ignite = ignite;
        this.problemId = problemId;
        this.store = new ProblemStore(ignite);
        this.crew = new WarmCrew(ignite);
    }

    synchronized ChangedProblem change(ChangeProblem order) {
        StoredProblem before = store.require(problemId);
        check(order, before);
        QuadraticProblem old = ProblemShelf.of(ignite).get(problemId, before.revision());
        Outcome outcome = outcome(old, order);
        StoredProblem after = before.changed(
                outcome.problem().couplings(),
                outcome.problem().isExact(),
                Clock.systemUTC().millis());
        ProblemSize.refuseTooLarge(after);
        store.inTransaction(() -> {
            refuseOutdated(order, store.require(problemId), before.revision());
            store.change(after, order);
            return after;
        });
        ProblemShelf.of(ignite).put(problemId, after.revision(), outcome.problem(), after);
        ChangedProblem changed = answer(order, before, after, outcome);
        if (after.revision() - after.baseRevision() >= MOST_EDITED_REVISIONS) {
            SearchFloor.of(ignite).imports().execute(() -> fold(after, outcome.problem()));
        }
        return changed;
    }

    private ChangedProblem answer(ChangeProblem order, StoredProblem before, StoredProblem after, Outcome outcome) {
        crew.follow(before, after, outcome, store);
        Elite stale = crew.stale();
        double staleValue = stale == null ? Double.NaN : stale.value();
        if (order.answerMillis() == 0) {
            return new ChangedProblem(after, null, staleValue);
        }
        long begin = System.nanoTime();
        Elite best = crew.search(after, order.answerMillis());
        crew.keep(store, after);
        var solution = new AnnealingSolution(
                "",
                problemId,
                after.revision(),
                outcome.problem().size(),
                best.words(),
                best.value(),
                0,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                ignite.cluster().localNode().id().toString());
        return new ChangedProblem(after, solution, staleValue);
    }

    /** Runs may still need an older revision; it is then folded at a later change. */
    private void fold(StoredProblem now, QuadraticProblem problem) {
        if (ProblemUse.activeRuns(ignite, problemId).isEmpty()) {
            ProblemChunks chunks = ProblemChunks.of(problem);
            store.fold(now, ProblemImport.folded(now, chunks), chunks);
        }
    }

    private static void check(ChangeProblem order, StoredProblem row) {
        refuseOutdated(order, row, row.revision());
        List<CoefficientEdit> edits = order.edits();
        if (edits.isEmpty()) {
            throw refused(List.of(new FieldProblem(
                    "edits", "0", "There are no edits.", "Send at least one coefficient that changes.")));
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (int k = 0; k < edits.size() && problems.size() < 20; k++) {
            CoefficientEdit edit = edits.get(k);
            outside("edits[%d].first".formatted(k), edit.first(), row, problems);
            outside("edits[%d].second".formatted(k), edit.second(), row, problems);
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
    }

    private static void outside(String field, int index, StoredProblem row, List<FieldProblem> problems) {
        if (index >= row.variables()) {
            problems.add(new FieldProblem(
                    field,
                    Integer.toString(index),
                    "The problem has no variable %d.".formatted(index),
                    row.variables() == 0
                            ? "It has no variables at all."
                            : "Use 0 to %d.".formatted(row.variables() - 1)));
        }
    }

    private static void refuseOutdated(ChangeProblem order, StoredProblem row, int expected) {
        int given = order.expectedRevision();
        if (row.revision() != expected || (given != 0 && given != row.revision())) {
            throw new NqbaException(
                    ErrorCode.CONFLICT,
                    "The change is based on revision %d of the problem (%s), which is at revision %d."
                            .formatted(given == 0 ? expected : given, row.name(), row.revision()),
                    "Read the problem again, then send the change that you still want.");
        }
    }

    private static Outcome outcome(QuadraticProblem old, ChangeProblem order) {
        try {
            return CoefficientEdits.apply(old, order.edits());
        } catch (ArithmeticException overflow) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "A coefficient leaves the range of whole numbers.",
                    "Send smaller amounts, or scale the whole problem down.",
                    List.of(),
                    overflow);
        }
    }

    private static NqbaException refused(List<FieldProblem> problems) {
        FieldProblem first = problems.get(0);
        return new NqbaException(ErrorCode.INVALID_REQUEST, first.problem(), first.remedy(), problems, null);
    }
}
