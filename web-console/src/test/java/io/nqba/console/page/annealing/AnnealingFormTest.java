package io.nqba.console.page.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.annealing.AnnealingBody;
import io.nqba.console.page.ProblemBox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AnnealingFormTest {
    @Test
    void theSuggestionIsTenSecondsOnEveryCore() {
        AnnealingBody body = good(AnnealingForm.suggested("id"));

        assertThat(body.problemId()).isEqualTo("p-1");
        assertThat(body.timeLimitSeconds()).isEqualTo(10);
        assertThat(body.workers()).isNull();
        assertThat(body.nodes()).isNull();
        assertThat(body.target()).isNull();
        assertThat(body.sweeps()).isNull();
        assertThat(body.warmStart()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "seconds,0,'0 is outside 0.05 to 86,400 seconds.'",
        "gapPercent,x,(x) is not a number. Write 0 to 100 per cent.",
        "sweeps,1.5,'(1.5) is not a whole number. Write 1 to 1,000,000,000,000.'",
        "nodes,0,'0 is outside 1 to 10,000.'",
        "priority,10,10 is outside 1 to 9.",
        "roundMillis,5,'5 is outside 20 to 60,000.'"
    })
    void eachFieldIsRefusedBesideItself(String field, String text, String problem) {
        MultiValueMap<String, String> fields = fields();
        fields.set(field, text);
        fields.set("workers", "2");

        assertThat(refused(fields).of(field)).isEqualTo(problem);
    }

    @Test
    void sweepsAskForWorkersAndUnfoldTheirPart() {
        MultiValueMap<String, String> fields = fields();
        fields.set("sweeps", "1000");

        ProblemBox problem = refused(fields);

        assertThat(problem.of("workers")).contains("such as 4");
        assertThat(AnnealingForm.advanced(problem)).isTrue();
    }

    @Test
    void theFormOfARunAsksForTheSameAgain() {
        AnnealingForm form = AnnealingForm.like(
                Map.of(
                        "timeLimitMillis",
                        1_500L,
                        "targetGap",
                        0.005,
                        "sweeps",
                        2_000L,
                        "workers",
                        3,
                        "seed",
                        7L,
                        "target",
                        -12.5,
                        "priority",
                        9,
                        "roundMillis",
                        40L,
                        "warmStart",
                        true),
                "new");

        AnnealingBody body = good(form);

        assertThat(body.timeLimitSeconds()).isEqualTo(1.5);
        assertThat(body.targetGap()).isEqualTo(0.005);
        assertThat(body.sweeps()).isEqualTo(2_000);
        assertThat(body.workers()).isEqualTo(3);
        assertThat(body.target()).isEqualTo(-12.5);
        assertThat(body.warmStart()).isTrue();
        assertThat(good(form.withNextSeed()).seed()).isEqualTo(8);
    }

    @Test
    void whatTheEntriesSayIsWhatTheFormIs() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        AnnealingForm form = AnnealingForm.suggested("id").warm();

        form.entries().forEach(entry -> sent.set(entry.name(), entry.text()));

        assertThat(AnnealingForm.of(sent)).isEqualTo(form);
    }

    private static MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        AnnealingForm.suggested("id").entries().forEach(entry -> fields.set(entry.name(), entry.text()));
        return fields;
    }

    private static AnnealingBody good(AnnealingForm form) {
        return ((AnnealingForm.Good) form.check(Samples.PROBLEM)).body();
    }

    private static ProblemBox refused(MultiValueMap<String, String> fields) {
        return ((AnnealingForm.Refused) AnnealingForm.of(fields).check(Samples.PROBLEM)).problem();
    }
}
