package io.nqba.console.page.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.annealing.NewProblem;
import io.nqba.console.annealing.UploadFormat;
import org.junit.jupiter.api.Test;

class SubmitFormTest {
    @Test
    void whatIsLeftOutIsFoundOut() {
        SubmitForm form = new SubmitForm("2 1\n1 2 1\n", " ", "", "");

        assertThat(((SubmitForm.Good) form.check()).given()).isEqualTo(new NewProblem("Pasted problem", null, 1));
    }

    @Test
    void whatIsGivenIsTaken() {
        SubmitForm form = new SubmitForm("x", " bqp ", "OR_LIBRARY", "3");

        assertThat(((SubmitForm.Good) form.check()).given())
                .isEqualTo(new NewProblem("bqp", UploadFormat.OR_LIBRARY, 3));
    }

    @Test
    void allWrongFieldsAreToldAtOnce() {
        SubmitForm form = new SubmitForm("", "n".repeat(201), "", "0");

        var problem = ((SubmitForm.Refused) form.check()).problem();

        assertThat(problem.of("text")).startsWith("Nothing was given.");
        assertThat(problem.of("name")).isEqualTo("It has 201 characters. Write at most 200.");
        assertThat(problem.of("number")).isEqualTo("0 is outside 1 to 1,000,000.");
    }
}
