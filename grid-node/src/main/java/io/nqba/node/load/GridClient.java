package io.nqba.node.load;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.logger.slf4j.Slf4jLogger;
import org.apache.ignite.spi.checkpoint.cache.CacheCheckpointSpi;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Joins a running grid as a client that holds no data: what data streamers need and a thin client cannot do. */
public final class GridClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GridClient.class);
    private static final long JOIN_MILLIS = 8_000;
    /** Beside the nodes' usual ports; the first free one is taken. */
    private static final int FIRST_PORT = 48_100;

    private static final int PORTS = 200;
    private static final String JOB_CHECKPOINT = "JobCheckpoint";

    private final Ignite ignite;
    private final Path work;

    private GridClient(Ignite ignite, Path work) {
        this.ignite = ignite;
        this.work = work;
    }

    /**
     * Joins a grid.
     *
     * @param address {@code host:port} at which nodes join
     * @param localHost address of this machine that the nodes can reach
     * @throws NqbaException when no grid answers there
     */
    public static GridClient join(String address, String localHost, String name) {
        Path work = workDirectory();
        TcpDiscoverySpi discovery = new TcpDiscoverySpi();
        discovery.setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of(address)));
        discovery.setJoinTimeout(JOIN_MILLIS);
        IgniteConfiguration configuration = new IgniteConfiguration()
                .setClientMode(true)
                .setIgniteInstanceName(name)
                .setLocalHost(localHost)
                .setWorkDirectory(work.toString())
                .setGridLogger(new Slf4jLogger())
                .setMetricsLogFrequency(0)
                .setConnectorConfiguration(null)
                .setDiscoverySpi(discovery)
                // The same as the nodes': Ignite compares.
                .setCheckpointSpi(checkpoints())
                .setCommunicationSpi(
                        new TcpCommunicationSpi().setLocalPort(FIRST_PORT).setLocalPortRange(PORTS));
        configuration.setClientConnectorConfiguration(null);
        try {
            return new GridClient(Ignition.start(configuration), work);
        } catch (IgniteException e) {
            delete(work);
            throw new NqbaException(
                    ErrorCode.GRID_UNREACHABLE,
                    "No grid answers at (%s).".formatted(address),
                    "Start one with scripts/run.sh, or name the discovery address of a node with --join.",
                    List.of(),
                    e);
        }
    }

    public Ignite ignite() {
        return ignite;
    }

    /** Returns the directory that goes with this client. */
    public Path work() {
        return work;
    }

    @Override
    public void close() {
        ignite.close();
        delete(work);
    }

    private static void delete(Path work) {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException e) {
            LOG.warn("Cannot remove a temporary directory, directory={}. Fix: remove it by hand.", work, e);
        }
    }

    /** A client keeps nothing, but Ignite wants a directory and would make one where the caller stands. */
    private static Path workDirectory() {
        try {
            return Files.createTempDirectory("nqba-load-");
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.UNREADABLE_DIRECTORY,
                    "The directory of temporary files (%s) cannot be written."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    "Make room there, or name another one with -Djava.io.tmpdir.",
                    List.of(),
                    e);
        }
    }

    private static CacheCheckpointSpi checkpoints() {
        CacheCheckpointSpi checkpoints = new CacheCheckpointSpi();
        checkpoints.setCacheName(JOB_CHECKPOINT);
        return checkpoints;
    }
}
