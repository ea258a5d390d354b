package io.nqba.node.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import java.net.BindException;
import org.apache.ignite.IgniteCheckedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailuresTest {
    private static final NodeSettings DEFAULTS = NodeSettings.read(variable -> null);

    /** The texts are Ignite's, as two nodes of version 2.17 gave them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Failed to add node to topology because it has the same hash code for partitioned affinity as one of"
                        + " existing nodes [cacheName=Site] | INVALID_SETTING | NQBA_NODE_NAME (node-1)",
                "Affinity key backups mismatch [cacheName=Site] Fix cache configuration or skip. | INVALID_SETTING"
                        + " | backups mismatch [cacheName=Site]",
                "Failed to connect to any address from IP finder within join timeout | GRID_UNREACHABLE"
                        + " | NQBA_DISCOVERY_ADDRESSES (127.0.0.1:47500)",
                "Something new | INTERNAL | Something new",
            })
    void whatIgniteSaysBecomesACodeAndAProblem(String text, ErrorCode code, String problem) {
        IgniteCheckedException failure =
                new IgniteCheckedException("Failed to start manager", new IgniteCheckedException(text));

        NqbaException explained = StartFailures.explain(failure, DEFAULTS);

        assertThat(explained.code()).isEqualTo(code);
        assertThat(explained.problem()).contains(problem).doesNotContain(" Fix ");
        assertThat(explained.remedy()).isNotBlank();
        assertThat(explained).hasCause(failure);
    }

    @Test
    void aPortTakenMeanwhileHasThePortsInItsText() {
        NqbaException explained =
                StartFailures.explain(new IgniteCheckedException(new BindException("in use")), DEFAULTS);

        assertThat(explained.code()).isEqualTo(ErrorCode.PORT_TAKEN);
        assertThat(explained.problem()).contains("47500", "47100", "10800");
    }

    @Test
    void anErrorOfOurOwnStaysAsItIs() {
        NqbaException own = new NqbaException(ErrorCode.NOT_ENOUGH_MEMORY, "Too little.", "Add some.");

        assertThat(StartFailures.explain(new IgniteCheckedException(own), DEFAULTS))
                .isSameAs(own);
    }
}
