package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleSetTest {
    @Test
    void aRowOfSpinsIsReadBack() {
        JsonNode set = read(ObjectiveSense.MINIMISE, ProblemDomain.SPINS, "101", -7, List.of());

        assertThat(set.path("variable_type").asString()).isEqualTo("SPIN");
        assertThat(set.path("sample_data").path("data").toString()).isEqualTo("[[1,-1,1]]");
        assertThat(set.path("sample_data").path("shape").toString()).isEqualTo("[1,3]");
        assertThat(set.path("variable_labels").toString()).isEqualTo("[0,1,2]");
        assertThat(set.path("vectors").path("energy").path("data").get(0).asDouble())
                .isEqualTo(-7);
        assertThat(set.path("version").path("sampleset_schema").asString()).isEqualTo("3.1.0");
    }

    /** dimod minimises. */
    @Test
    void aValueToBeMaximisedIsANegatedEnergy() {
        JsonNode set = read(ObjectiveSense.MAXIMISE, ProblemDomain.BITS, "110", 13_359, List.of());

        assertThat(set.path("vectors").path("energy").path("data").get(0).asDouble())
                .isEqualTo(-13_359);
        assertThat(set.path("info").path("value").asDouble()).isEqualTo(13_359);
        assertThat(set.path("sample_data").path("data").toString()).isEqualTo("[[1,1,0]]");
    }

    @Test
    void variablesKeepTheirNames() {
        JsonNode set = read(ObjectiveSense.MINIMISE, ProblemDomain.BITS, "10", 0, List.of("\"a\"", "[\"q\",3]"));

        assertThat(set.path("variable_labels").toString()).isEqualTo("[\"a\",[\"q\",3]]");
    }

    @Test
    void awkwardSizesAreWholeDocuments() {
        for (int variables : new int[] {0, 1, 4_095, 4_096, 4_097, 12_288}) {
            JsonNode set = read(ObjectiveSense.MINIMISE, ProblemDomain.BITS, "1".repeat(variables), 0, List.of());

            assertThat(set.path("variable_labels").size()).isEqualTo(variables);
            assertThat(set.path("sample_data").path("data").get(0).size()).isEqualTo(variables);
        }
    }

    private static JsonNode read(
            ObjectiveSense sense, ProblemDomain domain, String bits, double value, List<String> labels) {
        ProblemView problem = new ProblemView(
                "p",
                "n",
                "RUDY",
                sense,
                domain,
                bits.length(),
                1,
                1,
                true,
                !labels.isEmpty(),
                2,
                1,
                "00",
                "analyst",
                Instant.EPOCH,
                Instant.EPOCH);
        SolutionView solution = new SolutionView("r", "p", 2, bits.length(), value, 1, 1, "", bits);
        String text = String.join(
                "",
                Objects.requireNonNull(SampleSet.json(problem, solution, Flux.fromIterable(labels))
                        .collectList()
                        .block()));
        return JsonMapper.shared().readTree(text);
    }
}
