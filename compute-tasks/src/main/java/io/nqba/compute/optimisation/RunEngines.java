package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The engines of this node: the one by prices, and whatever {@link ServiceLoader} finds on its class path. */
final class RunEngines {
    private static final List<RunEngine> KNOWN = Stream.concat(
                    ServiceLoader.load(RunEngine.class, RunEngine.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get),
                    Stream.of(new CoordinatedEngine()))
            .toList();

    private RunEngines() {}

    /** Returns the engine for a request; refuses a kind that nobody offers. */
    static RunEngine of(RunRequest request) {
        return KNOWN.stream()
                .filter(engine -> engine.takes(request))
                .findFirst()
                .orElseThrow(() -> CoordinatedProblems.unknown(request));
    }
}
