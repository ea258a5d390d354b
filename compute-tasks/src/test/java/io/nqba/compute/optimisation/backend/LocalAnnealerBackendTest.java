package io.nqba.compute.optimisation.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.NqbaException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalAnnealerBackendTest extends SamplerBackendContract {
    @Override
    SamplerBackend open() {
        return SamplerBackends.open("local-annealer", Map.of());
    }

    @Test
    void backEndsAreFoundByName() {
        assertThat(SamplerBackends.names()).containsExactly("http", "local-annealer");
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> SamplerBackends.open("oracle", Map.of()))
                .withMessageContainingAll("(oracle)", "[http, local-annealer]");
    }
}
