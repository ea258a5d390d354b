package io.nqba.console.annealing;

import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.optimisation.BusinessUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/optimisation/runs}. What is left out has a default.
 *
 * @param problemId the stored problem
 * @param label what people shall read as the subject of the run; default: the problem's name
 * @param unit unit that asks; default PLATFORM
 * @param timeLimitSeconds longest time, seconds; default 10, and 3600 with a budget of sweeps
 * @param sweeps sweeps that each worker makes, as many proposals as the problem has variables each. With it the answer depends
 *     on the request alone, however many nodes share the work; needs workers
 * @param target objective at which to stop
 * @param targetGap relative gap to the proven bound at which to stop; default 0: only when both have met
 * @param roundMillis length of a round between two exchanges, milliseconds; default 100
 * @param workers workers in all; default: one per core and node
 * @param nodes most nodes to use; default: all
 * @param seed random seed; default 1
 * @param priority 1 (last) to 9 (first), default 5: shares of the cores are in proportion
 * @param warmStart whether to start from the answers that earlier runs left; default: when the problem has been changed since
 *     it was stored, and there is no budget of sweeps
 */
@Schema(example = """
                {"problemId": "6f1c3f0e-7a44-4a0c-9a55-0d6d3f3f2a11", "timeLimitSeconds": 10, "target": 13359}""")
public record AnnealingBody(
        @NotBlank @Size(max = 200) String problemId,
        @Size(min = 1, max = 200) @Nullable String label,
        @Nullable BusinessUnit unit,
        @DecimalMin("0.001") @DecimalMax("86400") @Nullable Double timeLimitSeconds,
        @Min(1) @Max(1_000_000_000_000L) @Nullable Long sweeps,
        @DecimalMin("-1e300") @DecimalMax("1e300") @Nullable Double target,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double targetGap,
        @Min(20) @Max(60_000) @Nullable Integer roundMillis,
        @Min(1) @Max(10_000) @Nullable Integer workers,
        @Min(1) @Max(10_000) @Nullable Integer nodes,
        @Nullable Long seed,
        @Min(1) @Max(9) @Nullable Integer priority,
        @Nullable Boolean warmStart) {
    private static final double DEFAULT_SECONDS = 10;
    /** Sweeps are the budget then; the time only keeps a run that is far too large from staying for ever. */
    private static final double DEFAULT_SECONDS_OF_SWEEPS = 3_600;

    private static final int DEFAULT_PRIORITY = 5;
    private static final double MILLIS = 1_000;

    /** Returns whether sweeps are given without the workers that they need. */
    boolean lacksWorkers() {
        return sweeps != null && workers == null;
    }

    /** Returns the request; called after validation. */
    AnnealingRequest toRequest(ProblemView problem) {
        boolean bySweeps = sweeps != null;
        double seconds =
                timeLimitSeconds != null ? timeLimitSeconds : bySweeps ? DEFAULT_SECONDS_OF_SWEEPS : DEFAULT_SECONDS;
        return new AnnealingRequest(
                problemId,
                label == null || label.isBlank() ? problem.name() : label,
                unit == null ? BusinessUnit.PLATFORM : unit,
                Math.round(seconds * MILLIS),
                sweeps == null ? 0 : sweeps,
                target == null ? Double.NaN : target,
                targetGap == null ? 0 : targetGap,
                roundMillis == null ? AnnealingRequest.DEFAULT_ROUND_MILLIS : roundMillis,
                workers == null ? 0 : workers,
                nodes == null ? 0 : nodes,
                seed == null ? 1 : seed,
                priority == null ? DEFAULT_PRIORITY : priority,
                warmStart == null ? !bySweeps && problem.revision() > 1 : warmStart);
    }
}
