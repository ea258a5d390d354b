package io.nqba.console.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.GroupBound;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PortfolioOptimizationBodyTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static PortfolioOptimizationBody body(String json) {
        return MAPPER.readValue(json, PortfolioOptimizationBody.class);
    }

    @Test
    void whatIsLeftOutHasADefault() {
        PortfolioRequest request = body("{\"portfolioId\": \"p\", \"objective\": \"min-volatility\"}")
                .toRequest();

        assertThat(request.objective()).isEqualTo(PortfolioObjective.MIN_VOLATILITY);
        assertThat(request.capital()).isNaN();
        assertThat(request.mostWeight()).isNaN();
        assertThat(request.mostTurnover()).isInfinite();
        assertThat(request.few()).isFalse();
        assertThat(request.walkForward()).isTrue();
        assertThat(request.timeLimitMillis()).isEqualTo(60_000);
    }

    @Test
    void everythingThatIsSentArrives() {
        PortfolioRequest request = body("""
                {"universeId": "u", "capital": 1000, "instrumentIds": ["A", "B"], "objective": "cvar-at-target-return",
                 "target": 0.1, "riskFree": 0.03, "level": 0.9, "expectedReturns": "capm", "covariance": "ledoit-wolf",
                 "from": "2020-01-02", "to": "2021-01-02", "leastWeight": -0.1, "mostWeight": 0.4, "invested": 0.9,
                 "bounds": [{"instrumentId": "A", "least": 0, "most": 0.2}],
                 "groups": [{"sector": "Energy", "most": 0.3}, {"issuer": "I", "least": 0.1},
                            {"name": "both", "instrumentIds": ["A", "B"], "least": 0.2, "most": 0.5}],
                 "mostTurnover": 0.7, "costPerUnit": 0.002, "ridge": 0.5, "mostNames": 5, "leastHolding": 0.02,
                 "wholeShares": true, "frontierPoints": 30, "walkForward": false, "seed": 7, "targetGap": 0.001,
                 "maxRounds": 9, "timeLimitSeconds": 5}""").toRequest();

        assertThat(request.target()).isEqualTo(0.1);
        assertThat(request.fromDay()).isEqualTo(LocalDate.of(2020, 1, 2).toEpochDay());
        assertThat(request.bounds()).singleElement().hasToString("A in 0.0..0.2");
        assertThat(request.groups())
                .extracting(GroupBound::kind)
                .containsExactly(GroupBound.Kind.SECTOR, GroupBound.Kind.ISSUER, GroupBound.Kind.NAMED);
        assertThat(request.mostNames()).isEqualTo(5);
        assertThat(request.timeLimitMillis()).isEqualTo(5_000);
        assertThat(request.frontierPoints()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"objective\": \"min-volatility\"} | portfolioId",
                "{\"portfolioId\": \"p\", \"objective\": \"best\"} | objective",
                "{\"portfolioId\": \"p\", \"objective\": \"target-risk\"} | target",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"covariance\": \"x\"} | covariance",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"expectedReturns\": \"x\"} | expectedReturns",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"from\": \"2021-01-02\", \"to\": \"2020-01-02\"} | from",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"leastWeight\": 0.5, \"mostWeight\": 0.1} | leastWeight",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"frontierPoints\": 1} | frontierPoints",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"groups\": [{\"most\": 0.1}]} | groups[0]",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"groups\": [{\"sector\": \"E\"}]} | groups[0].most",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\", \"groups\": [{\"sector\": \"E\", \"least\": 1, \"most\": 0}]}"
                        + " | groups[0].least",
                "{\"portfolioId\": \"p\", \"objective\": \"hrp\","
                        + " \"bounds\": [{\"instrumentId\": \"A\", \"least\": 1, \"most\": 0}]} | bounds[0].least"
            })
    void whatContradictsItselfIsNamed(String json, String field) {
        assertThatThrownBy(() -> body(json).toRequest()).isInstanceOfSatisfying(NqbaException.class, refusal -> {
            assertThat(refusal.fields()).extracting(FieldProblem::field).containsExactly(field);
            assertThat(refusal.fields().get(0).remedy()).isNotBlank();
        });
    }
}
