package io.nqba.console.grid;

import io.nqba.console.annealing.ChangedView;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Turns stored problems, answers and rounds into what the API shows. */
final class ProblemViews {
    private ProblemViews() {}

    static ProblemView of(StoredProblem problem) {
        return new ProblemView(
                problem.problemId(),
                problem.name(),
                problem.format(),
                problem.sense(),
                problem.domain(),
                problem.variables(),
                problem.couplings(),
                problem.density(),
                problem.exact(),
                problem.labelled(),
                problem.revision(),
                problem.bytes(),
                problem.contentHash(),
                problem.createdBy(),
                Instant.ofEpochMilli(problem.createdMillis()),
                Instant.ofEpochMilli(problem.changedMillis()));
    }

    static SolutionView of(AnnealingSolution solution) {
        return new SolutionView(
                solution.runId().isEmpty() ? null : solution.runId(),
                solution.problemId(),
                solution.revision(),
                solution.variables(),
                solution.value(),
                solution.foundRound(),
                solution.foundMillis(),
                solution.foundNode(),
                bits(solution));
    }

    static ChangedView of(ChangedProblem changed) {
        AnnealingSolution solution = changed.solution();
        return new ChangedView(
                of(changed.problem()), solution == null ? null : of(solution), RunViews.known(changed.staleValue()));
    }

    static RoundView of(AnnealingRound round) {
        return new RoundView(
                round.round(),
                round.elapsedMillis(),
                RunViews.known(round.value()),
                RunViews.known(round.bound()),
                round.improvedByExchange(),
                round.poolSize(),
                round.diversity(),
                round.exchangeMillis(),
                round.overheadMillis(),
                round.shares().stream().map(ProblemViews::of).toList());
    }

    private static RoundView.NodeShareView of(NodeShare share) {
        return new RoundView.NodeShareView(
                share.nodeId(),
                share.nodeName(),
                share.workers(),
                RunViews.known(share.value()),
                share.proposals(),
                share.flips(),
                share.searchMillis(),
                share.bytes());
    }

    private static String bits(AnnealingSolution solution) {
        byte[] text = new byte[solution.variables()];
        for (int variable = 0; variable < text.length; variable++) {
            text[variable] = (byte) ('0' + solution.bit(variable));
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
