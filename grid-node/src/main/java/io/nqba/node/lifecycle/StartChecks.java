package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What must hold before a node starts; each check that fails says one thing and its remedy. */
final class StartChecks {
    private static final long MB = 1024L * 1024L;

    private StartChecks() {}

    /** Checks all and returns the settings with a free port in place of every 0. */
    static NodeSettings pass(NodeSettings settings) {
        jdk();
        memory(settings, physicalMemoryBytes(), Runtime.getRuntime().maxMemory());
        directory(settings.workDirectory());
        InetAddress bind = address(settings.text(Setting.BIND));
        for (Setting port :
                List.of(Setting.DISCOVERY_PORT, Setting.COMMUNICATION_PORT, Setting.CLIENT_PORT, Setting.HTTP_PORT)) {
            free(port, settings.whole(port), bind);
        }
        var ports = new FreePorts(bind);
        return settings.withPorts(port -> port == 0 ? ports.next() : port);
    }

    private static void jdk() {
        if (!Object.class.getModule().isOpen("java.nio", StartChecks.class.getModule())) {
            throw new NqbaException(
                    ErrorCode.WRONG_JDK,
                    "The JVM (%s) keeps java.nio closed, which the grid needs open.".formatted(Runtime.version()),
                    "Start with java -jar, scripts/node.sh or the options in config/ignite/jvm.options.");
        }
    }

    static void memory(NodeSettings settings, long physicalBytes, long heapBytes) {
        long regionBytes = settings.whole(Setting.REGION_MB) * MB;
        if (regionBytes + heapBytes > physicalBytes) {
            throw new NqbaException(
                    ErrorCode.NOT_ENOUGH_MEMORY,
                    "The rows (NQBA_REGION_MB %d MB) and the heap (%d MB) need more memory than there is (%d MB)."
                            .formatted(regionBytes / MB, heapBytes / MB, physicalBytes / MB),
                    "Set NQBA_REGION_MB or the JVM's -Xmx lower, or give the machine or container more memory.");
        }
    }

    private static long physicalMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }

    static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "write-check", ".tmp"));
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.UNREADABLE_DIRECTORY,
                    "The NQBA_WORK (%s) is no directory this user can write to.".formatted(directory),
                    "Set NQBA_WORK to a writable directory, or change its owner or mode.",
                    List.of(),
                    e);
        }
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new NqbaException(
                    ErrorCode.INVALID_SETTING,
                    "The NQBA_BIND (%s) is no address or host name that resolves.".formatted(bind),
                    "Set NQBA_BIND to an address of this machine, such as 127.0.0.1.",
                    List.of(),
                    e);
        }
    }

    private static void free(Setting setting, int port, InetAddress bind) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.PORT_TAKEN,
                    "The %s (%s:%d) cannot be opened: %s."
                            .formatted(setting.variable(), bind.getHostAddress(), port, e.getMessage()),
                    "Stop the process that holds it, or set %s to another port; 0 takes a free one."
                            .formatted(setting.variable()),
                    List.of(),
                    e);
        }
    }
}
