package io.nqba.node.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.failure.AbstractFailureHandler;
import org.apache.ignite.failure.FailureContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports a fault of the embedded node and stops only the node: the console goes on and says what happened. */
final class ReportFailure extends AbstractFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFailure.class);

    private final AtomicReference<@Nullable String> problem = new AtomicReference<>();

    @Override
    protected boolean handle(Ignite ignite, FailureContext failure) {
        problem.compareAndSet(null, "%s: %s".formatted(failure.type(), failure.error()));
        LOG.error("Embedded grid node failed and stops. type={}", failure.type(), failure.error());
        Thread stopper = new Thread(() -> Ignition.stop(ignite.name(), true), "embedded-node-stop");
        stopper.setDaemon(true);
        stopper.start();
        return true;
    }

    /** Returns what went wrong; empty while all is well. */
    Optional<String> problem() {
        return Optional.ofNullable(problem.get());
    }
}
