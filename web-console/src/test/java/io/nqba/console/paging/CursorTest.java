package io.nqba.console.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.error.NqbaException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class CursorTest {
    @Test
    void whatGoesInComesOut() {
        String cursor = Cursor.after("Ünïcode, name/with=signs", "", "42");

        assertThat(Cursor.parse(cursor, 3)).containsExactly("Ünïcode, name/with=signs", "", "42");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertThat(Cursor.parse(null, 2)).isEmpty();
        assertThat(Cursor.parse("", 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%%%", "YQ", "YR9iH2M"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.parse(cursor, 2))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("The cursor (" + cursor + ") is not one of this list.");
    }

    @Test
    void aPageKnowsWhetherMoreFollow() {
        assertThat(Page.of(List.of("a", "b"), 2, item -> "after-" + item))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a", "b", "c"), 2, item -> "after-" + item))
                .isEqualTo(new Page<>(List.of("a", "b"), "after-b"));
    }

    @Test
    void allPagesAreReadOnce() {
        List<String> all = Pages.<String>all(cursor ->
                        Mono.just(cursor == null ? new Page<>(List.of("a", "b"), "x") : new Page<>(List.of("c"), null)))
                .collectList()
                .block();

        assertThat(all).containsExactly("a", "b", "c");
    }
}
