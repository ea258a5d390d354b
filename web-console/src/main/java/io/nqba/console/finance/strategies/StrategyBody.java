package io.nqba.console.finance.strategies;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.StrategyKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trading strategy to keep.
 *
 * @param name what people shall call it
 * @param kind moving-average-crossover, momentum, mean-reversion, volatility-target, pairs or buy-and-hold
 * @param universeId the universe it trades
 * @param parameters by name; what is left out has its usual value
 */
@Schema(example = """
                {"name": "Slow trend", "kind": "moving-average-crossover", "universeId": "meridian",
                 "parameters": {"shortDays": 50, "longDays": 200}}""")
public record StrategyBody(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 60) String kind,
        @NotBlank @Size(max = 200) String universeId,
        @Size(max = 20) @Nullable Map<String, Double> parameters) {
    /**
     * Returns the strategy; called after validation of the single fields.
     *
     * @throws NqbaException {@code INVALID_REQUEST} naming the parameters that cannot be used
     */
    public Strategy toStrategy(String id, String account, long nowMillis) {
        StrategyKind known = StrategyKind.labelled(kind).orElseThrow(() -> unknownKind(kind));
        Map<String, Double> given = parameters == null ? Map.of() : parameters;
        List<FieldProblem> problems = given.containsValue(null) ? List.of(missing()) : known.problems(given);
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new NqbaException(ErrorCode.INVALID_REQUEST, first.problem(), first.remedy(), problems, null);
        }
        return new Strategy(id, name.strip(), known, universeId, given, 1, account, nowMillis);
    }

    private static FieldProblem missing() {
        return new FieldProblem("parameters", "null", "A parameter has no value.", "Give it a number or leave it out.");
    }

    private static NqbaException unknownKind(String kind) {
        String known =
                Arrays.stream(StrategyKind.values()).map(StrategyKind::label).collect(Collectors.joining(", "));
        String problem = "There is no kind of strategy (%s).".formatted(kind);
        String remedy = "Use one of: %s.".formatted(known);
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                problem,
                remedy,
                List.of(new FieldProblem("kind", kind, problem, remedy)),
                null);
    }
}
