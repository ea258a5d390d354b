package io.nqba.console.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.privacy.Person;
import org.junit.jupiter.api.Test;

class PersonViewTest {
    private static final Person ADA = new Person("Ada von Holm", "ada@cedar.example", "+1 555 010 0000");

    @Test
    void aMaskShowsNoMoreThanInitialsAndDomain() {
        assertThat(PersonView.of(ADA, false)).isEqualTo(new PersonView("A. v. H.", "•••@cedar.example", "•••", true));
        assertThat(PersonView.of(ADA, true))
                .isEqualTo(new PersonView("Ada von Holm", "ada@cedar.example", "+1 555 010 0000", false));
    }

    @Test
    void whatIsNotKnownIsNotHidden() {
        assertThat(PersonView.of(Person.NOBODY, false)).isEqualTo(new PersonView(null, null, null, true));
        assertThat(PersonView.domain("no address")).isEqualTo("•••");
        assertThat(PersonView.initials(" \uD83D\uDE00x  y ")).isEqualTo("\uD83D\uDE00. y.");
    }
}
