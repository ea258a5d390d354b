package io.nqba.node.lifecycle;

import org.apache.ignite.Ignite;
import org.apache.ignite.failure.AbstractFailureHandler;
import org.apache.ignite.failure.FailureContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the JVM at once when the node can no longer be trusted. Its supervisor starts it again; a half-dead node that
 * keeps its place in the ring would hold up the whole grid. Shutdown hooks do not run: they may hang on the same fault.
 */
public final class HaltOnFailure extends AbstractFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HaltOnFailure.class);

    @Override
    protected boolean handle(Ignite ignite, FailureContext failure) {
        LOG.error(
                "Node failed and ends now. node={} type={} exitCode={}",
                ignite.name(),
                failure.type(),
                ExitCode.NODE_FAILED.code(),
                failure.error());
        Runtime.getRuntime().halt(ExitCode.NODE_FAILED.code());
        return true;
    }
}
