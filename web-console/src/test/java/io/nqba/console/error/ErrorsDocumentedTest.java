package io.nqba.console.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;

class ErrorsDocumentedTest {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    @ParameterizedTest
    @EnumSource
    void eachCodeStandsThereWithItsStatusItsMeaningAndItsRemedy(ErrorCode code) throws IOException {
        List<String> rows = rows().stream()
                .filter(row -> row.startsWith("| " + code.id() + " |"))
                .toList();

        assertThat(rows).hasSize(1);
        String[] cells = rows.get(0).split("\\|", -1);
        assertThat(cells[2].strip())
                .isEqualTo(Integer.toString(Problem.statusOf(code).value()));
        assertThat(cells[3]).isNotBlank();
        assertThat(cells[4]).isNotBlank();
    }

    @Test
    void nothingElseStandsThere() throws IOException {
        List<String> known =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList();

        assertThat(rows()).allSatisfy(row -> assertThat(known).contains(row.split("\\|", -1)[1].strip()));
    }

    @ParameterizedTest
    @EnumSource
    void theBlameFitsTheStatus(ErrorCode code) {
        Problem problem = Problem.of(new NqbaException(code, "It is so.", "Do this."));

        switch (code.blame()) {
            case CALLER ->
                assertThat(problem.headers().containsHeader(HttpHeaders.RETRY_AFTER))
                        .isFalse();
            case CAPACITY -> {
                assertThat(problem.status().value()).isEqualTo(503);
                assertThat(problem.headers().containsHeader(HttpHeaders.RETRY_AFTER))
                        .isTrue();
            }
            case PLATFORM -> {
                assertThat(problem.status().value()).isEqualTo(500);
                assertThat(problem.detail()).doesNotContain("It is so.");
            }
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| NQBA-"))
                .toList();
    }
}
