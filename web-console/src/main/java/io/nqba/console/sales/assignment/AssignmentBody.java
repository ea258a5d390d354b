package io.nqba.console.sales.assignment;

import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/sigma/assignment}. What is left out has a default.
 *
 * @param work LEADS or DEALS
 * @param agents agents that take part, by id; default all active ones
 * @param hoursPerAgent hours of each agent; default what each agent has
 * @param hoursPerItem hours of work that does not tell its own; default 1
 * @param halfLifeDays days after which waiting has halved the value; default no decay
 * @param marginCounts whether the margin of the product counts, or its whole price; default true
 * @param switchCost money that a change of agent costs; default 0
 * @param leastShare share of the hours that each agent shall get at least; default 0
 * @param mostShare share of the hours that each agent may get at most; default 1
 * @param shortageCost money that each hour counts which an agent is left short of the least share; default 1000
 * @param targetGap relative gap at which the run may stop; default 0.0001
 * @param maxRounds most rounds; default 200
 * @param timeLimitSeconds longest time, seconds; default 120
 */
@Schema(example = """
                {"work": "LEADS", "halfLifeDays": 30, "switchCost": 20, "leastShare": 0.5}""")
public record AssignmentBody(
        @NotNull AssignmentWork work,
        @Size(max = AssignmentRequest.MOST_AGENTS) @Nullable List<@NotBlank @Size(max = 200) String> agents,
        @DecimalMin("0.01") @DecimalMax("1e6") @Nullable Double hoursPerAgent,
        @DecimalMin("0.01") @DecimalMax("1e6") @Nullable Double hoursPerItem,
        @DecimalMin("0") @DecimalMax("36500") @Nullable Double halfLifeDays,
        @Nullable Boolean marginCounts,
        @DecimalMin("0") @DecimalMax("1e9") @Nullable Double switchCost,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double leastShare,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double mostShare,
        @DecimalMin("0.01") @DecimalMax("1e9") @Nullable Double shortageCost,
        @DecimalMin("1e-9") @DecimalMax("1") @Nullable Double targetGap,
        @Min(1) @Max(10_000) @Nullable Integer maxRounds,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    private static final double DEFAULT_GAP = 1e-4;
    private static final int DEFAULT_ROUNDS = 200;
    private static final int DEFAULT_SECONDS = 120;
    private static final long MILLIS = 1_000;

    /**
     * Returns the request; called after validation.
     *
     * @param nowMillis moment at which waiting is measured, epoch milliseconds
     * @throws IllegalArgumentException if the shares contradict each other
     */
    public AssignmentRequest toRequest(long nowMillis) {
        return AssignmentRequest.of(work, nowMillis)
                .agents(agents == null ? List.of() : agents)
                .hoursPerAgent(or(hoursPerAgent, 0))
                .hoursPerItem(or(hoursPerItem, 1))
                .halfLifeDays(or(halfLifeDays, 0))
                .marginCounts(marginCounts == null || marginCounts)
                .switchCost(or(switchCost, 0))
                .shares(or(leastShare, 0), or(mostShare, 1))
                .shortageCost(or(shortageCost, 1_000))
                .stop(
                        or(targetGap, DEFAULT_GAP),
                        maxRounds == null ? DEFAULT_ROUNDS : maxRounds,
                        (timeLimitSeconds == null ? DEFAULT_SECONDS : timeLimitSeconds) * MILLIS)
                .build();
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
