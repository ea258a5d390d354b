package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.revenue.RevenueGateway;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.RevenueQuery;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The forecast page and the segments page. */
@Controller
class RevenuePages {
    private static final EmptyState NO_DEALS = new EmptyState(
            "No closed deals on this grid yet",
            "With deals that were won and lost this page tells what open ones will bring, how such forecasts did, which prices are paid"
                    + " and who buys what.",
            "",
            "",
            "scripts/load.sh sales --help");

    private final RevenueGateway revenue;
    private final SalesGateway sales;

    RevenuePages(RevenueGateway revenue, SalesGateway sales) {
        this.revenue = revenue;
        this.sales = sales;
    }

    @GetMapping(ForecastForm.PATH)
    Mono<Rendering> forecast(@RequestParam MultiValueMap<String, String> parameters) {
        ForecastForm form = ForecastForm.of(parameters);
        var fields = new FormFields();
        RevenueQuery asked = form.query(fields);
        ProblemBox problem = fields.good() ? ForecastForm.none() : fields.problem("The forecast is as the rates are");
        RevenueQuery query = fields.good() ? asked : ForecastForm.usual();
        return shown(form, query, problem)
                .onErrorResume(
                        NqbaException.class,
                        error -> error.code() == ErrorCode.INVALID_REQUEST
                                ? shown(form, ForecastForm.usual(), ProblemBox.of(error))
                                : Mono.error(error))
                .onErrorResume(NqbaException.class, error -> empty("sigma-forecast", error));
    }

    private Mono<Rendering> shown(ForecastForm form, RevenueQuery query, ProblemBox problem) {
        DealDimension[] ladder = {DealDimension.PRODUCT, form.segments()};
        return Mono.zip(
                        revenue.revenue(query),
                        revenue.prices(new DealGroupQuery(query.asOfDay(), ladder, "", "", "", "", query.level())),
                        revenue.outcomes(new DealGroupQuery(
                                query.asOfDay(), DealDimension.values(), "", "", "", "", query.level())),
                        SalesNames.of(sales))
                .map(all -> view("sigma-forecast")
                        .modelAttribute("form", form)
                        .modelAttribute("problem", problem)
                        .modelAttribute("segments", ForecastForm.SEGMENTS)
                        .modelAttribute(
                                "page", new ForecastPage(all.getT1(), all.getT2(), all.getT3(), all.getT4(), form))
                        .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    @GetMapping(SegmentsPage.PATH)
    Mono<Rendering> segments(@RequestParam MultiValueMap<String, String> parameters) {
        SegmentsPage.Filter filter = SegmentsPage.Filter.of(parameters);
        return Mono.zip(
                        revenue.segments(filter.deals(SegmentsPage.DIMENSIONS)),
                        revenue.segments(SegmentsPage.Filter.none().deals(SegmentsPage.DIMENSIONS)),
                        revenue.whiteSpace(filter.gaps()),
                        SalesNames.of(sales))
                .map(all -> view("sigma-segments")
                        .modelAttribute(
                                "page", new SegmentsPage(all.getT1(), all.getT2(), all.getT3(), all.getT4(), filter))
                        .build())
                .onErrorResume(NqbaException.class, error -> empty("sigma-segments", error));
    }

    private static Mono<Rendering> empty(String template, NqbaException error) {
        return error.code() == ErrorCode.INVALID_PROBLEM
                ? Mono.just(view(template).modelAttribute("empty", NO_DEALS).build())
                : Mono.error(error);
    }

    private static Rendering.Builder<?> view(String template) {
        return Rendering.view(template).modelAttribute("crumbs", List.of());
    }
}
