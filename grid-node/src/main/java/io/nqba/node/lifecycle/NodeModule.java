package io.nqba.node.lifecycle;

/**
 * Something that starts and stops with the node: a service, demo data, a supervisor.
 *
 * <p>To add one: implement this interface with a public no-argument constructor and name the class on a line of its own
 * in {@code grid-node/src/main/resources/META-INF/services/io.nqba.node.lifecycle.NodeModule}. Modules start one after
 * another, smallest {@link #order} first, on one thread, after the node has joined and the grid is active: caches and
 * SQL can be used. They stop in the reverse order, before the node leaves. Every node of the grid starts its own
 * modules, so one that may act only once per grid deploys a cluster singleton or checks the caches first.
 */
public interface NodeModule {
    /** Returns the place in the start order. Platform 0–99, services 100–199, data 200–299. */
    int order();

    /**
     * Starts. Long work belongs on a thread of the module's own: the node is ready only when all modules have started.
     *
     * @throws io.nqba.model.error.NqbaException when the node cannot go on without it; the node then stops
     */
    void start(NodeContext context);

    /** Stops; called once, also when the start of a later module failed. The default does nothing. */
    default void stop() {}
}
