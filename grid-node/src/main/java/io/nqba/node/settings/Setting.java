package io.nqba.node.settings;

/**
 * Everything that the environment may change about a node. The constant {@code CLIENT_PORT} is the environment variable
 * {@code NQBA_CLIENT_PORT} and the placeholder of the same name in {@code config/ignite/node.xml}.
 */
public enum Setting {
    NODE_NAME(Kind.NAME, "node-1", "Name of the node; survives restarts and is unique in the grid."),
    WORK(Kind.DIRECTORY, "./work", "Directory of persistent data and the node's own files; created when missing."),
    KEYS(
            Kind.TEXT,
            "",
            "Directory of the keys to personal data, read by consoles and loaders only; empty is `keys` in the work directory."),
    DATA_DIR(
            Kind.TEXT,
            "",
            "Directory of data sets to load at the first start; empty makes demo data where a node makes any."),
    DEMO(Kind.FLAG, "true", "Make demo data in an embedded grid that is given no data sets: true or false."),
    DEMO_MODELS(Kind.FLAG, "true", "Train scoring models on the leads of demo data once they are made: true or false."),
    BIND(Kind.TEXT, "127.0.0.1", "Address the node listens on. Anything but loopback opens the grid to the network."),

    DISCOVERY(Kind.DISCOVERY, "static", "How nodes find each other: static or kubernetes."),
    DISCOVERY_ADDRESSES(Kind.TEXT, "127.0.0.1:47500", "Static discovery: host:port of nodes to join, comma-separated."),
    JOIN_SECONDS(Kind.COUNT, "30", "How long to look for the nodes above before giving up, seconds; 0 looks for ever."),
    DISCOVERY_PORT(Kind.PORT, "47500", "Port for membership; 0 takes a free one."),
    COMMUNICATION_PORT(Kind.PORT, "47100", "Port for data between nodes; 0 takes a free one."),
    CLIENT_PORT(Kind.PORT, "10800", "Port for thin clients and JDBC; 0 takes a free one."),
    HTTP_PORT(Kind.PORT, "8090", "Port for health and metrics; 0 takes a free one."),
    KUBERNETES_NAMESPACE(Kind.TEXT, "default", "Kubernetes discovery: namespace of the nodes."),
    KUBERNETES_SERVICE(Kind.TEXT, "nqba-grid", "Kubernetes discovery: headless service that lists the nodes."),
    KUBERNETES_API(Kind.TEXT, "https://kubernetes.default.svc.cluster.local:443", "Kubernetes discovery: API server."),
    KUBERNETES_TOKEN(
            Kind.TEXT,
            "/var/run/secrets/kubernetes.io/serviceaccount/token",
            "Kubernetes discovery: file with the service account's token."),

    PERSISTENCE(Kind.FLAG, "true", "Keep data on disk: true or false."),
    REGION_MB(Kind.MEGABYTES, "512", "Largest off-heap memory for rows and indexes, MB."),
    CHECKPOINT_SECONDS(Kind.POSITIVE, "60", "Time between checkpoints of memory to disk, seconds."),
    WAL_MODE(Kind.WAL_MODE, "LOG_ONLY", "Write-ahead log: FSYNC, LOG_ONLY or BACKGROUND."),
    WAL_SEGMENT_MB(Kind.POSITIVE, "16", "Size of a write-ahead log segment, MB."),
    WAL_SEGMENTS(Kind.POSITIVE, "4", "Write-ahead log segments; the node reserves all of them at its start."),
    WAL_ARCHIVE_MB(Kind.POSITIVE, "256", "Largest write-ahead log archive, MB."),

    BACKUPS(Kind.COUNT, "1", "Copies of each partition beside the primary one; the same on all nodes."),
    PARTITIONS(
            Kind.POSITIVE,
            "128",
            "Partitions of a partitioned cache; the same on all nodes, fixed by the first start."),
    BASELINE_ADJUST_MILLIS(
            Kind.COUNT,
            "5000",
            "Delay before data moves after a node joins or leaves, ms; in memory it moves at once."),
    FAILURE_DETECTION_MILLIS(Kind.POSITIVE, "3000", "Silence after which a node counts as dead, ms."),
    CONNECTION_RECOVERY_MILLIS(Kind.POSITIVE, "1000", "Time to restore a broken link between nodes, ms."),
    RUNS_AT_ONCE(
            Kind.POSITIVE,
            "2",
            "Optimisation runs worked on at the same time in the whole grid; the same on all nodes."),
    RUNS_ACTIVE(
            Kind.POSITIVE,
            "100",
            "Optimisation runs that may wait or run; one more is refused. The same on all nodes."),
    SEARCH_THREADS(
            Kind.COUNT,
            "0",
            "Threads that annealing on this node keeps busy, shared between runs; 0 for one per core."),
    ENGAGEMENT(Kind.FLAG, "true", "Do the steps of sequences that are due on leads of this node: true or false."),
    CLIENT_TASKS(Kind.POSITIVE, "100", "Compute tasks that one thin-client connection may run at once."),
    STATISTICS(Kind.FLAG, "true", "Count gets, puts and their times per cache: true or false.");

    /** What a value must look like: a pattern, and bounds where it is a number. */
    enum Kind {
        TEXT("be text", "(?s).*"),
        NAME("be 1 to 64 letters, digits, dots, hyphens or underscores", "[A-Za-z0-9._-]{1,64}"),
        DIRECTORY("be the path of a directory", "[^\\x00]+"),
        PORT("be a port between 0 and 65535", 0, 65_535),
        COUNT("be a whole number between 0 and 1000000", 0, 1_000_000),
        POSITIVE("be a whole number between 1 and 1000000", 1, 1_000_000),
        MEGABYTES("be a whole number of MB between 64 and 16000000", 64, 16_000_000),
        FLAG("be true or false", "true|false"),
        DISCOVERY("be static or kubernetes", "static|kubernetes"),
        WAL_MODE("be FSYNC, LOG_ONLY or BACKGROUND", "FSYNC|LOG_ONLY|BACKGROUND");

        private final String rule;
        private final String pattern;
        private final long min;
        private final long max;

        Kind(String rule, String pattern) {
            this.rule = rule;
            this.pattern = pattern;
            this.min = 0;
            this.max = -1;
        }

        Kind(String rule, long min, long max) {
            this.rule = rule;
            this.pattern = "[0-9]{1,9}";
            this.min = min;
            this.max = max;
        }

        String rule() {
            return rule;
        }

        boolean accepts(String value) {
            if (!value.matches(pattern)) {
                return false;
            }
            return max < 0 || (Long.parseLong(value) >= min && Long.parseLong(value) <= max);
        }
    }

    private final Kind kind;
    private final String defaultValue;
    private final String meaning;

    Setting(Kind kind, String defaultValue, String meaning) {
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** Returns the name of the environment variable. */
    public String variable() {
        return "NQBA_" + name();
    }

    /** Returns the value that stands when the environment says nothing. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Returns what it changes, for people. */
    public String meaning() {
        return meaning;
    }

    Kind kind() {
        return kind;
    }
}
