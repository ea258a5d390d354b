package io.nqba.compute.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.IgniteException;
import org.junit.jupiter.api.Test;

class TaskGuardTest {
    @Test
    void aNodeThatStopsIsAnotherTryElsewhere() {
        var shutdown = new IllegalStateException("Failed to execute task due to grid shutdown");
        shutdown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.apache.ignite.internal.processors.task.GridTaskProcessor", "execute", null, 449)
        });
        var stopped = new IllegalStateException("Cache has been stopped", new IgniteCheckedException("stopped"));

        assertThatThrownBy(() -> TaskGuard.reply(() -> failing(shutdown))).isInstanceOf(IgniteException.class);
        assertThatThrownBy(() -> TaskGuard.reply(() -> failing(stopped))).isInstanceOf(IgniteException.class);
    }

    @Test
    void aBugIsAnAnswer() {
        assertThatThrownBy(() -> TaskGuard.reply(() -> failing(new IllegalStateException("ours")))
                        .orThrow())
                .isInstanceOf(NqbaException.class)
                .satisfies(thrown -> assertThat(((NqbaException) thrown).code()).isEqualTo(ErrorCode.INTERNAL));
    }

    private static String failing(RuntimeException failure) {
        throw failure;
    }
}
