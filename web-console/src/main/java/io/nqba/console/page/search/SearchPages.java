package io.nqba.console.page.search;

import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteQuery;
import io.nqba.console.finance.InstrumentQuery;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.PortfolioQuery;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.page.optimisation.DistrictNames;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Finds pages, sites, portfolios, instruments, accounts, leads and runs as the reader types. */
@Controller
class SearchPages {
    private static final int SITES = 8;
    private static final int RUNS = 50;
    private static final int SHOWN_RUNS = 6;
    private static final List<Hit> PAGES = List.of(
            new Hit("Council overview", "Page", "/"),
            new Hit("FLYFOX, schedule of a district", "Page", "/flyfox"),
            new Hit("FLYFOX, sites and savings", "Page", "/flyfox?tab=sites"),
            new Hit("FLYFOX, consumption", "Page", "/flyfox?tab=consumption"),
            new Hit("Start a run", "Action", "/flyfox?tab=start"),
            new Hit("GOLIATH, value of a book", "Page", "/goliath"),
            new Hit("GOLIATH, portfolios and mandates", "Page", "/goliath/portfolios"),
            new Hit("SIGMA, overview of sales", "Page", "/sigma"),
            new Hit("SIGMA, leads", "Page", "/sigma/leads"),
            new Hit("SIGMA, pipeline of deals", "Page", "/sigma/pipeline"),
            new Hit("SIGMA, accounts", "Page", "/sigma/accounts"),
            new Hit("SIGMA, assignment of leads and deals", "Page", "/sigma/assignment"),
            new Hit("Optimisation, problems and annealing", "Page", "/optimisation"),
            new Hit("Submit a problem", "Action", "/optimisation/submit"),
            new Hit("Runs of every unit", "Page", "/runs"),
            new Hit("Grid, nodes and caches", "Page", "/grid"));

    private final SiteGateway sites;
    private final PortfolioGateway portfolios;
    private final RunGateway runs;
    private final SalesHits sales;
    private final DistrictNames names;

    SearchPages(SiteGateway sites, PortfolioGateway portfolios, RunGateway runs, SalesHits sales, DistrictNames names) {
        this.sites = sites;
        this.portfolios = portfolios;
        this.runs = runs;
        this.sales = sales;
        this.names = names;
    }

    /**
     * One place that was found.
     *
     * @param name what it is called
     * @param kind what it is
     * @param href where it is
     */
    record Hit(String name, String kind, String href) {}

    @GetMapping("/search")
    Mono<Rendering> search(@RequestParam(defaultValue = "") String q) {
        String wanted = q.strip();
        return Mono.zip(
                        sitesLike(wanted),
                        portfoliosLike(wanted),
                        instrumentsLike(wanted),
                        sales.like(wanted),
                        runsLike(wanted))
                .map(found -> Rendering.view("search")
                        .modelAttribute(
                                "hits",
                                Stream.of(
                                                pagesLike(wanted),
                                                found.getT1(),
                                                found.getT2(),
                                                found.getT3(),
                                                found.getT4(),
                                                found.getT5())
                                        .flatMap(List::stream)
                                        .toList())
                        .build());
    }

    private static List<Hit> pagesLike(String wanted) {
        return PAGES.stream().filter(hit -> contains(hit.name(), wanted)).toList();
    }

    private Mono<List<Hit>> sitesLike(String wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.zip(sites.sites(new SiteQuery(null, wanted, null, SITES)), names.byId())
                .map(both -> both.getT1().items().stream()
                        .map(site -> new Hit(
                                site.name(),
                                "Site in " + both.getT2().getOrDefault(site.districtId(), site.districtId()),
                                UriComponentsBuilder.fromPath("/flyfox/sites/{id}")
                                        .encode()
                                        .buildAndExpand(site.id())
                                        .toUriString()))
                        .toList())
                .onErrorReturn(NqbaException.class, List.of());
    }

    private Mono<List<Hit>> portfoliosLike(String wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(List.of());
        }
        return portfolios
                .portfolios(new PortfolioQuery(null, wanted, null, SITES))
                .map(page -> page.items().stream()
                        .map(portfolio -> new Hit(
                                portfolio.name(),
                                "Portfolio of " + portfolio.owner(),
                                UriComponentsBuilder.fromPath("/goliath/portfolios/{id}")
                                        .encode()
                                        .buildAndExpand(portfolio.id())
                                        .toUriString()))
                        .toList())
                .onErrorReturn(NqbaException.class, List.of());
    }

    /** An instrument has no page of its own: its prices open as a table. */
    private Mono<List<Hit>> instrumentsLike(String wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(List.of());
        }
        return portfolios
                .instruments(new InstrumentQuery(null, wanted, null, SITES))
                .map(page -> page.items().stream()
                        .map(instrument -> new Hit(
                                instrument.id() + ", " + instrument.name(),
                                "Prices as CSV, " + instrument.sector(),
                                UriComponentsBuilder.fromPath("/api/v1/goliath/instruments/{id}/prices")
                                        .queryParam("format", "csv")
                                        .encode()
                                        .buildAndExpand(instrument.id())
                                        .toUriString()))
                        .toList())
                .onErrorReturn(NqbaException.class, List.of());
    }

    private Mono<List<Hit>> runsLike(String wanted) {
        return Mono.zip(runs.list(RunQuery.newest(RUNS)), names.byId())
                .map(both -> both.getT1().items().stream()
                        .map(run -> RunRow.of(run, both.getT2()))
                        .filter(row -> contains(row.title() + " " + row.id(), wanted))
                        .limit(SHOWN_RUNS)
                        .map(row -> new Hit(row.title(), "Run, " + row.stateWord(), row.href()))
                        .toList())
                .onErrorReturn(NqbaException.class, List.of());
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
