package io.nqba.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.optimisation.BusinessUnit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnnealingOrderTest {
    private final AnnealingOrder order = AnnealingOrder.of("p-1", "G22");

    @Test
    void whatIsNotSaidHasADefault() {
        AnnealingRequest request = order.request();

        assertThat(request.problemId()).isEqualTo("p-1");
        assertThat(request.subject()).isEqualTo("G22");
        assertThat(request.unit()).isEqualTo(BusinessUnit.PLATFORM);
        assertThat(request.timeLimitMillis()).isEqualTo(10_000);
        assertThat(request.deterministic()).isFalse();
        assertThat(request.target()).isNaN();
        assertThat(request.nodes()).isZero();
        assertThat(request.priority()).isEqualTo(5);
        assertThat(request.warmStart()).isFalse();
    }

    @Test
    void everyStepKeepsWhatTheOthersSaid() {
        AnnealingRequest request = order.time(Duration.ofMinutes(2))
                .unit(BusinessUnit.FLYFOX)
                .target(13_359)
                .targetGap(0.01)
                .nodes(3)
                .seed(7)
                .priority(9)
                .round(Duration.ofMillis(300))
                .warmStart()
                .request();

        assertThat(request.timeLimitMillis()).isEqualTo(120_000);
        assertThat(request.unit()).isEqualTo(BusinessUnit.FLYFOX);
        assertThat(request.target()).isEqualTo(13_359);
        assertThat(request.targetGap()).isEqualTo(0.01);
        assertThat(request.nodes()).isEqualTo(3);
        assertThat(request.seed()).isEqualTo(7);
        assertThat(request.priority()).isEqualTo(9);
        assertThat(request.roundMillis()).isEqualTo(300);
        assertThat(request.warmStart()).isTrue();
    }

    @Test
    void aBudgetOfSweepsIsDeterministicAndNotCutByTheDefaultTime() {
        AnnealingRequest request = order.sweeps(500).request();

        assertThat(request.deterministic()).isTrue();
        assertThat(request.sweeps()).isEqualTo(500);
        assertThat(request.workers()).isEqualTo(4);
        assertThat(request.timeLimitMillis()).isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> order.priority(10))
                .hasMessageContaining("priority")
                .hasMessageContaining("10");
        assertThatThrownBy(() -> order.target(Double.POSITIVE_INFINITY)).hasMessageContaining("target");
        assertThatThrownBy(() -> order.sweeps(5, 0)).hasMessageContaining("workers");
        assertThatThrownBy(() -> order.time(Duration.ZERO)).hasMessageContaining("timeLimitMillis");
    }
}
