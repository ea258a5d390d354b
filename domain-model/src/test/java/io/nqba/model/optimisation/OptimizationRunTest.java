package io.nqba.model.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.finance.MandateRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizationRunTest {
    @Test
    void figuresBelowZeroInSentencesHaveATrueMinusSign() {
        var request =
                new MandateRequest("firm", List.of(), MandateRequest.ExpectedReturn.CAPM, 400, 6, 0, 1e-4, 9, 1_000);

        OptimizationRun run = OptimizationRun.queued("r", request, "council", "USD", 1).toBuilder()
                .findings(List.of(
                        "A Sharpe ratio of -0.69, from 2024-01-02.", "Momentum 12-1 lost (-1,200 USD) on site-7."))
                .build();

        assertThat(run.findings())
                .containsExactly(
                        "A Sharpe ratio of −0.69, from 2024-01-02.", "Momentum 12-1 lost (−1,200 USD) on site-7.");
    }
}
