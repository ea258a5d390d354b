package io.nqba.node.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoadCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theFirstWordChoosesTheUnit() {
        assertThat(load("finance", "--help")).isZero();
        assertThat(out.toString()).contains("--wide", "--join", "--report", "load energy --help");

        assertThat(load("energy", "--help")).isZero();
        assertThat(out.toString()).contains("--citylearn", "--join", "load finance --help");
    }

    @Test
    void withoutAUnitItIsEnergy() {
        assertThat(load("--help")).isZero();

        assertThat(out.toString()).contains("--citylearn").doesNotContain("--wide");
    }

    @Test
    void anOptionMayHaveTheNameOfAUnitAsItsValue() {
        assertThat(load("--generate", "0", "--district", "finance")).isEqualTo(2);

        assertThat(err.toString()).contains("sites (0").contains("--citylearn");
    }

    @Test
    void wrongOptionsAreNamedBeforeAGridIsLookedFor() {
        assertThat(load("finance", "--generate", "9999")).isEqualTo(2);
        assertThat(err.toString()).contains("instruments (9999)");

        assertThat(load("--generate", "3", "--district", "")).isEqualTo(2);
        assertThat(err.toString()).contains("districtId ()");

        assertThat(load("--generate", "3", "--zone", "Nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("Nowhere");

        assertThat(load("finance")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required argument");
    }

    private int load(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return LoadCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
