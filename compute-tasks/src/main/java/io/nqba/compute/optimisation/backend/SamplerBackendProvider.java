package io.nqba.compute.optimisation.backend;

import java.util.Map;

/** Opens one kind of back end; found by {@link java.util.ServiceLoader}. */
public interface SamplerBackendProvider {
    /** Returns the name that the back end is chosen by. */
    String name();

    /**
     * Opens the back end. Contacts nobody.
     *
     * @param settings settings by variable name, those of other programs among them
     * @throws io.nqba.model.error.NqbaException if a setting that it needs is missing or wrong
     */
    SamplerBackend open(Map<String, String> settings);
}
