package io.nqba.console.energy;

import io.nqba.model.energy.EnergyRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/flyfox/energy-optimization}. What is left out has a default.
 *
 * @param districtId the district
 * @param start beginning of the first slot; a multiple of the district's metering interval
 * @param slots number of slots; a slot is one metering interval
 * @param source where load and PV come from; READINGS replays a past window, FORECAST plans a day ahead
 * @param demandChargePerKw charge on the highest import of the window, currency per kW; default: the district's tariff
 * @param carbonWeightPerKg what a kg of CO2 counts in the objective, currency per kg; default 0
 * @param demandResponse whether caps of demand-response events bind; default true
 * @param targetGap relative gap at which the run may stop; default 0.0001
 * @param maxRounds most rounds; default 500
 * @param timeLimitSeconds longest time, seconds; default 60
 */
@Schema(example = """
                {"districtId": "riverside", "start": "2025-06-02T00:00:00Z", "slots": 24, "source": "READINGS",
                 "demandChargePerKw": 2.5, "carbonWeightPerKg": 0.05}""")
record EnergyOptimizationBody(
        @NotBlank @Size(max = 200) String districtId,
        @NotNull Instant start,
        @NotNull @Min(1) @Max(EnergyRequest.MAX_SLOTS) Integer slots,
        EnergyRequest.@Nullable Source source,
        @DecimalMin("0") @DecimalMax("1000000") @Nullable Double demandChargePerKw,
        @DecimalMin("0") @DecimalMax("1000000") @Nullable Double carbonWeightPerKg,
        @Nullable Boolean demandResponse,
        @DecimalMin("1e-9") @DecimalMax("1") @Nullable Double targetGap,
        @Min(1) @Max(100_000) @Nullable Integer maxRounds,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    private static final double DEFAULT_GAP = 1e-4;
    private static final int DEFAULT_ROUNDS = 500;
    private static final int DEFAULT_SECONDS = 60;
    private static final long MILLIS = 1_000;

    /**
     * Returns the request; called after validation.
     *
     * @param tariffCharge demand charge of the district's tariff, currency per kW
     */
    EnergyRequest toRequest(double tariffCharge) {
        return new EnergyRequest(
                districtId,
                start.toEpochMilli(),
                slots,
                source == null ? EnergyRequest.Source.READINGS : source,
                demandChargePerKw == null ? tariffCharge : demandChargePerKw,
                carbonWeightPerKg == null ? 0 : carbonWeightPerKg,
                demandResponse == null || demandResponse,
                targetGap == null ? DEFAULT_GAP : targetGap,
                maxRounds == null ? DEFAULT_ROUNDS : maxRounds,
                (timeLimitSeconds == null ? DEFAULT_SECONDS : timeLimitSeconds) * MILLIS);
    }
}
