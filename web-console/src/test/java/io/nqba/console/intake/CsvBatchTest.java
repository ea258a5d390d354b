package io.nqba.console.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.IntakeReport;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvBatchTest {
    private static final String HEADER = "id,at,price\n";

    private final CsvBatch<String> batch = new CsvBatch<>(
            Set.of("id", "price"),
            Set.of("at", "colour"),
            row -> row.text("id") + "|" + row.moment("at") + "|" + row.number("price"));

    @Test
    void columnsComeInAnyOrderAndOptionalOnesMayBeLeftOut() {
        var content = batch.read("\uFEFFprice, id ,colour\r\n1.5,A,red\r\n,\"B,C\"\r\n");

        assertThat(content.rows()).containsExactly("A|null|1.5", "B,C|null|null");
        assertThat(content.unreadable()).isEmpty();
    }

    @Test
    void momentsAreReadInFull() {
        assertThat(batch.read(HEADER + "A,2026-01-05T15:30:00Z,1").rows())
                .containsExactly("A|" + Instant.parse("2026-01-05T15:30:00Z") + "|1.0");
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheRestKept() {
        var content = batch.read(HEADER + "A,,1\nB,,one\nC,today,two\nD,,4\n");

        assertThat(content.rows()).containsExactly("A|null|1.0", "D|null|4.0");
        assertThat(content.unreadable().values())
                .extracting(FieldProblem::field, FieldProblem::value)
                .containsExactlyInAnyOrder(tuple("rows[1].price", "one"), tuple("rows[2].at", "today"));
    }

    @Test
    void aFieldWithoutAColumnIsNamedSinceItWouldBeLost() {
        var content = batch.read(HEADER + "A,,1,\nB,,1,5\nC,,2\n");

        assertThat(content.rows()).containsExactly("A|null|1.0", "C|null|2.0");
        assertThat(content.unreadable().values())
                .extracting(FieldProblem::field, FieldProblem::value)
                .containsExactly(tuple("rows[1].column 4", "5"));
    }

    @Test
    void whatTheGridRefusesIsNamedByItsPlaceInTheBatch() {
        var content = batch.read(HEADER + "A,,x\nB,,1\nC,,y\nD,,2\n");
        FieldProblem second = new FieldProblem("rows[1].id", "D", "There is none.", "Correct it.");

        IntakeReport report = content.withUnreadable(new IntakeReport(1, List.of(second)));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(FieldProblem::field)
                .containsExactly("rows[0].price", "rows[2].price", "rows[3].id");
    }

    @Test
    void aBatchWithoutRowsColumnsOrEndIsRefusedWhole() {
        refused("", "There are none");
        refused(HEADER, "There are none");
        refused("id,at\nA,\n", "The column price is missing");
        refused("id,price,color\nA,1,red\n", "There is no column color");
        refused("id,price,id\nA,1,B\n", "The column id is there twice");
        refused(HEADER + "A,,1\n".repeat(BatchIntake.MAX_ROWS + 1), "too many");
        refused(HEADER + "\"A,,1\n", "no table of comma-separated values");
        assertThat(batch.read(HEADER + "A,,1\n".repeat(BatchIntake.MAX_ROWS)).rows())
                .hasSize(BatchIntake.MAX_ROWS);
    }

    @Test
    void momentsBeyondTheGridsClockStayBeforeAndAfterAllOthers() {
        assertThat(BatchIntake.epochMillis(null)).isEqualTo(Long.MIN_VALUE);
        assertThat(BatchIntake.epochMillis(Instant.MIN)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(BatchIntake.epochMillis(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(BatchIntake.epochMillis(Instant.EPOCH)).isZero();
    }

    private void refused(String text, String problem) {
        assertThatThrownBy(() -> batch.read(text))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining(problem);
    }
}
