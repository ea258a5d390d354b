package io.nqba.console.sales;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes rows together, and says in the words of people what stood in the way. */
@Component
public class Rewrites {
    private final RewriteGateway grid;

    Rewrites(RewriteGateway grid) {
        this.grid = grid;
    }

    /**
     * Changes all rows or none.
     *
     * @param subject what people call the whole, such as {@code deal (d-1)}
     * @throws NqbaException {@code TOO_LARGE} for more rows than go together; the result fails with {@code CONFLICT} when a row was changed
     *     or added meanwhile
     */
    public Mono<Void> apply(String subject, List<RowChange> changes, List<RowGuard> guards) {
        if (changes.size() > RewriteOrder.MOST_ROWS) {
            throw new NqbaException(
                    ErrorCode.TOO_LARGE,
                    "The %s has more rows (%d) than change together (%d)."
                            .formatted(subject, changes.size(), RewriteOrder.MOST_ROWS),
                    "Move or remove some of them first, with REST or scripts/load.sh.");
        }
        return grid.rewrite(new RewriteOrder(changes, guards)).flatMap(report -> {
            if (report.isDone()) {
                return Mono.empty();
            }
            String what = report.changedRow() >= 0
                    ? changes.get(report.changedRow()).cache()
                    : guards.get(report.brokenGuard()).cache();
            String problem = report.changedRow() >= 0
                    ? "A row of %s was changed meanwhile.".formatted(what)
                    : "A row of %s was added meanwhile.".formatted(what);
            String remedy = "Look at it again and repeat; nothing was changed.";
            return Mono.error(new NqbaException(
                    ErrorCode.CONFLICT,
                    "The %s was not changed. %s".formatted(subject, problem),
                    remedy,
                    List.of(new FieldProblem(what, "", problem, remedy)),
                    null));
        });
    }
}
