package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports for a node that may take any. It opens them seconds after they were chosen, so they come from below the range out of which
 * systems serve outgoing connections and everybody else who asks for a port of 0 (Linux from 32768, others from 49152): nobody is given
 * one of these meanwhile.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int TRIES = 64;

    private final InetAddress bind;
    private final Set<Integer> chosen = new HashSet<>();

    /** @param bind the address at which the ports must be free */
    public FreePorts(InetAddress bind) {
        this.bind = bind;
    }

    /**
     * Returns a port that is free and was not returned before.
     *
     * @throws NqbaException if the address has none
     */
    public int next() {
        IOException last = null;
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket probe = new ServerSocket(port, 1, bind)) {
                if (chosen.add(probe.getLocalPort())) {
                    return probe.getLocalPort();
                }
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw none(last);
    }

    private NqbaException none(@Nullable IOException cause) {
        return new NqbaException(
                ErrorCode.PORT_TAKEN,
                "No free port was found on the address (%s).".formatted(bind.getHostAddress()),
                "Set NQBA_BIND to an address of this machine, such as 127.0.0.1.",
                List.of(),
                cause);
    }
}
