package io.nqba.compute.optimisation.backend;

import java.util.Map;

/** Opens the external back end that the settings name; there is none as long as they name none. */
public final class HttpSamplerProvider implements SamplerBackendProvider {
    @Override
    public String name() {
        return HttpSamplerBackend.NAME;
    }

    @Override
    public SamplerBackend open(Map<String, String> settings) {
        return new HttpSamplerBackend(HttpBackendSettings.from(settings), Pause.SLEEP);
    }
}
