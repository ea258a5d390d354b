package io.nqba.console.page.optimisation;

import io.nqba.console.optimisation.RunView;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Shows one run of a kind that has more to tell than the page for all of them. */
public interface RunPage {
    /** Returns the kind, as {@link RunView#kind()} gives it. */
    String kind();

    Mono<Rendering> of(RunView run);
}
