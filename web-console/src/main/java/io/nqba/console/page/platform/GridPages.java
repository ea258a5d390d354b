package io.nqba.console.page.platform;

import io.nqba.console.page.EmptyState;
import io.nqba.console.platform.GridStatusGateway;
import io.nqba.model.error.NqbaException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The grid as operators watch it. */
@Controller
class GridPages {
    private static final EmptyState UNREACHABLE = new EmptyState(
            "The grid does not answer",
            "Nodes and caches stand here as soon as it answers again; the console keeps trying. What is stored is safe"
                    + " on the nodes.",
            "",
            "",
            "scripts/node.sh --help");

    private final GridStatusGateway grid;

    GridPages(GridStatusGateway grid) {
        this.grid = grid;
    }

    @GetMapping("/grid")
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "bytes") String sort,
            @RequestParam(defaultValue = "") String dir) {
        return grid.status()
                .map(status -> Rendering.view("grid")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("grid", GridFigures.of(status, q, sort, dir))
                        .build())
                .onErrorReturn(
                        NqbaException.class,
                        Rendering.view("grid")
                                .modelAttribute("crumbs", List.of())
                                .modelAttribute("empty", UNREACHABLE)
                                .build());
    }
}
