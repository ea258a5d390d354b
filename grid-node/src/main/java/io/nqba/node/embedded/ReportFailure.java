package io.nqba.node.embedded;

import org.apache.ignite.Ignite;
import org.apache.ignite.failure.AbstractFailureHandler;
import org.apache.ignite.failure.FailureContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports a fault of the embedded node and stops only the node: the console goes on and says what happened. */
final class ReportFailure extends AbstractFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFailure.class);

    private volatile String problem = "";

    @Override
    protected boolean handle(Ignite ignite, FailureContext failure) {
        problem = "%s: %s".formatted(failure.type(), failure.error());
        LOG.error("Embedded grid node failed and stops. type={}", failure.type(), failure.error());
        Thread stopper = new Thread(() -> org.apache.ignite.Ignition.stop(ignite.name(), true), "embedded-node-stop");
        stopper.setDaemon(true);
        stopper.start();
        return true;
    }

    /** Returns what went wrong; empty while all is well. */
    String problem() {
        return problem;
    }
}
