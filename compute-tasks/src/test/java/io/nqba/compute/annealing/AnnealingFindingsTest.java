package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.optimisation.Baseline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnealingFindingsTest {
    @ParameterizedTest
    @CsvSource({
        "all-zeros,1001,'It is better than all variables at zero by 1,001.'",
        "one-flip-descent,189,It is better than a one-flip descent by 189.",
        "one-flip-descent,0,It is no better than a one-flip descent.",
        "one-flip-descent,-3,It is worse than a one-flip descent by 3.",
        "last-answer,0.1234567,It is better than last answer by 0.123457."
    })
    void aSimpleRuleIsCalledByItsWords(String baseline, double gain, String sentence) {
        assertThat(AnnealingFindings.beside(new Baseline(baseline, 0), gain)).isEqualTo(sentence);
    }

    /** The page says the same of the same figures: the best may be as far as the bound. */
    @ParameterizedTest
    @CsvSource({
        "1001,1220,0.219,18",
        "100,106,0.06,5.67",
        "-99.5,-100,0.005,0.5",
        "99999,100000,1e-5,0.001",
        "-1,0,1,100"
    })
    void whatMayBeMissingIsMeasuredAgainstTheBoundAndRoundedUp(double value, double bound, double gap, String percent) {
        assertThat(AnnealingFindings.percentOpen(value, bound, gap)).isEqualTo(percent);
    }
}
