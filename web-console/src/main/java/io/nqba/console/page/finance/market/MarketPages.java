package io.nqba.console.page.finance.market;

import io.nqba.console.finance.market.MarketGateway;
import io.nqba.console.finance.market.MarketGateway.Market;
import io.nqba.console.page.EmptyState;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The market page: one universe, its regimes, who takes part, what is unusual and what may come. */
@Controller
class MarketPages {
    private static final Map<String, Integer> SPANS = Map.of("1y", 1, "3y", 3, "all", 0);
    private static final EmptyState NO_PRICES = new EmptyState(
            "No prices on this grid yet",
            "With a universe of instruments and their prices this page tells the regimes of volatility and correlation, who takes part,"
                    + " what is out of the ordinary, and what may come, each forecast with its score.",
            "",
            "",
            "scripts/load.sh finance --help");

    private final MarketGateway markets;

    MarketPages(MarketGateway markets) {
        this.markets = markets;
    }

    @GetMapping("/goliath/market")
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String universe, @RequestParam(defaultValue = "3y") String span) {
        return markets.markets().flatMap(all -> {
            if (all.isEmpty()) {
                return Mono.just(view(all).modelAttribute("empty", NO_PRICES).build());
            }
            Market chosen = chosen(all, universe);
            String shown = SPANS.containsKey(span) ? span : "3y";
            return markets.report(chosen.universeId())
                    .map(report -> view(all)
                            .modelAttribute("chosen", chosen)
                            .modelAttribute("span", shown)
                            .modelAttribute("spans", List.of("1y", "3y", "all"))
                            .modelAttribute("market", MarketPage.of(report, SPANS.getOrDefault(shown, 3)))
                            .build())
                    .onErrorResume(
                            NqbaException.class,
                            error -> error.code() == ErrorCode.INVALID_PROBLEM
                                    ? Mono.just(view(all)
                                            .modelAttribute("chosen", chosen)
                                            .modelAttribute(
                                                    "empty",
                                                    new EmptyState(error.problem(), error.remedy(), "", "", ""))
                                            .build())
                                    : Mono.error(error));
        });
    }

    private static Rendering.Builder<?> view(List<Market> all) {
        return Rendering.view("goliath-market")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("markets", all);
    }

    private static Market chosen(List<Market> all, String id) {
        if (id.isEmpty()) {
            return all.get(0);
        }
        Optional<Market> found =
                all.stream().filter(each -> each.universeId().equals(id)).findFirst();
        return found.orElseThrow(() -> new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no universe with the id (%s).".formatted(id),
                "Choose one from the list on the market page."));
    }
}
