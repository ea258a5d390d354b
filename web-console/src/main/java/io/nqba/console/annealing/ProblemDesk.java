package io.nqba.console.annealing;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.security.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Changes and removes stored problems. Whoever may solve a problem may read it; it is changed by the account that stored it,
 * by operators and by services, and removed by the account that stored it and by operators.
 */
@Component
public class ProblemDesk {
    private static final Set<Role> CHANGERS = EnumSet.of(Role.OPERATOR, Role.SERVICE);
    private static final Set<Role> REMOVERS = EnumSet.of(Role.OPERATOR);

    private final ProblemGateway problems;
    private final AuditTrail audit;

    ProblemDesk(ProblemGateway problems, AuditTrail audit) {
        this.problems = problems;
        this.audit = audit;
    }

    /** Returns a problem. Fails with {@code NOT_FOUND}. */
    public Mono<ProblemView> find(String problemId) {
        return problems.find(problemId).switchIfEmpty(Mono.error(() -> unknown(problemId)));
    }

    /** Returns whether an account may remove a problem, so that a page need not offer what would be refused. */
    public static boolean mayRemove(Authentication who, ProblemView problem) {
        return owns(who, problem, REMOVERS);
    }

    /**
     * Changes coefficients, all or none. Fails with {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_REQUEST} for edits
     * that do not fit, and {@code CONFLICT} when the problem is at another revision.
     *
     * @param expectedRevision revision that the change is based on; 0 for whichever is stored
     */
    Mono<ChangedView> change(
            ServerWebExchange exchange,
            Authentication who,
            String problemId,
            int expectedRevision,
            ProblemChangeBody change) {
        Mono<ChangedView> changed = find(problemId)
                .filter(problem -> owns(who, problem, CHANGERS))
                .switchIfEmpty(Mono.error(ProblemDesk::forbidden))
                .flatMap(problem -> problems.change(new ChangeProblem(
                        problemId,
                        expectedRevision,
                        change.toEdits(problem.variables()),
                        change.answerMillisOrNone(),
                        who.getName())));
        return audit.record(
                exchange,
                "problem.change",
                problemId,
                changed,
                done -> problemId + " revision " + done.problem().revision());
    }

    /** Removes a problem. Fails with {@code FORBIDDEN}, {@code NOT_FOUND}, and {@code CONFLICT} while a run needs it. */
    public Mono<ProblemView> remove(ServerWebExchange exchange, Authentication who, String problemId) {
        Mono<ProblemView> removed = find(problemId)
                .filter(problem -> mayRemove(who, problem))
                .switchIfEmpty(Mono.error(ProblemDesk::forbidden))
                .flatMap(problem -> problems.remove(problemId));
        return audit.record(exchange, "problem.remove", problemId, removed, ProblemView::id);
    }

    private static boolean owns(Authentication who, ProblemView problem, Set<Role> others) {
        return who.getName().equals(problem.createdBy())
                || who.getAuthorities().stream()
                        .anyMatch(authority -> others.stream()
                                .anyMatch(role -> ("ROLE_" + role.name()).equals(authority.getAuthority())));
    }

    private static NqbaException forbidden() {
        return new NqbaException(
                ErrorCode.FORBIDDEN,
                "Somebody else stored this problem, and your role does not allow this.",
                "Ask the account that stored it or an operator; docs/security.md lists the roles.");
    }

    private static NqbaException unknown(String problemId) {
        String shown = problemId.length() > 60 ? problemId.substring(0, 60) + "…" : problemId;
        String remedy = "Check the id; GET /api/v1/optimisation/problems lists the problems.";
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no problem with id (%s).".formatted(shown),
                remedy,
                List.of(new FieldProblem("problemId", shown, "There is no such problem.", remedy)),
                null);
    }
}
