package io.nqba.console.intake;

import io.nqba.model.error.FieldProblem;
import io.nqba.model.grid.IntakeReport;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param accepted rows stored
 * @param refused rows not stored
 * @param problems the refused rows, one by one
 */
public record IntakeView(int accepted, int refused, List<ProblemView> problems) {
    static IntakeView of(IntakeReport report) {
        List<ProblemView> problems =
                report.problems().stream().map(ProblemView::of).toList();
        return new IntakeView(report.accepted(), problems.size(), problems);
    }

    /**
     * One refused row.
     *
     * @param field the row and its field, such as {@code rows[3].price}
     */
    public record ProblemView(String field, String value, String problem, String remedy) {
        static ProblemView of(FieldProblem problem) {
            return new ProblemView(problem.field(), problem.value(), problem.problem(), problem.remedy());
        }
    }
}
