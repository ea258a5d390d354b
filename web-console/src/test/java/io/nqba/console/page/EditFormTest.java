package io.nqba.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.EditForm.Field;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class EditFormTest {
    @Test
    void whatIsWrittenStaysAndWhatIsLeftAloneFollowsTheRow() {
        EditForm first = form(3, "Cedar", "web", "10");
        EditForm sent = first.sent(sent("3", "Cedar", "Cedar Foods", "web", "web", "10", "10"));

        EditForm now = sent.onto(form(4, "Cedar", "fair", "12"));

        assertThat(now.revision()).isEqualTo(4);
        assertThat(now.value("company")).isEqualTo("Cedar Foods");
        assertThat(now.value("source")).isEqualTo("fair");
        assertThat(now.value("amount")).isEqualTo("12");
        assertThat(now.moved()).extracting(Field::name).containsExactly("source", "amount");
    }

    @Test
    void bothChangedOneFieldAndTheWriterKeepsTheirs() {
        EditForm sent = form(3, "Cedar", "web", "10").sent(sent("3", "Cedar", "Cedar", "web", "web", "10", "20"));

        EditForm now = sent.onto(form(4, "Cedar", "web", "12"));

        Field amount = now.moved().get(0);
        assertThat(amount.before()).isEqualTo("10");
        assertThat(amount.seen()).isEqualTo("12");
        assertThat(amount.value()).isEqualTo("20");
        assertThat(amount.written()).isTrue();
    }

    @Test
    void sentOnceMoreItStandsOnWhatIsThereNow() {
        EditForm told = form(3, "Cedar", "web", "10")
                .sent(sent("3", "Cedar", "Cedar Foods", "web", "web", "10", "10"))
                .onto(form(4, "Cedar", "fair", "10"));

        EditForm again = told.sent(sent("4", "Cedar", "Cedar Foods", "fair", "fair", "10", "10"));

        assertThat(again.revision()).isEqualTo(4);
        assertThat(again.moved()).isEmpty();
        assertThat(again.value("source")).isEqualTo("fair");
    }

    @Test
    void aRevisionThatIsNoneIsNoRevision() {
        assertThat(form(3, "a", "b", "c")
                        .sent(sent("x", "a", "a", "b", "b", "c", "c"))
                        .revision())
                .isZero();
    }

    private static EditForm form(long revision, String company, String source, String amount) {
        return new EditForm.Builder()
                .text("company", "Company", "", company)
                .text("source", "Source", "", source)
                .text("amount", "Amount", "", amount)
                .build(revision);
    }

    private static MultiValueMap<String, String> sent(String revision, String... seenAndWritten) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("revision", revision);
        String[] names = {"company", "source", "amount"};
        for (int i = 0; i < names.length; i++) {
            fields.add(EditForm.SEEN + names[i], seenAndWritten[2 * i]);
            fields.add(names[i], seenAndWritten[2 * i + 1]);
        }
        return fields;
    }
}
