package io.nqba.console.page.sales;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.imports.ImportDesk;
import io.nqba.console.sales.imports.ImportDetails;
import io.nqba.console.sales.imports.ImportKind;
import io.nqba.console.sales.imports.ImportView;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.ImportPhase;
import io.nqba.model.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Bringing in a file of leads or deals: send, map, check, import, and the report of each. */
@Controller
class ImportPages {
    private static final String PATH = "/sigma/import";
    private static final int NEWEST = 20;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState NONE = new EmptyState(
            "No file was brought in yet",
            "Each import stands here with how many rows were good, why others were not, and what its columns lack.",
            "",
            "",
            "scripts/load.sh sales --leads FILE");

    private final ImportDesk desk;

    ImportPages(ImportDesk desk) {
        this.desk = desk;
    }

    /** An import in the list. */
    record Row(
            String href,
            String file,
            String kind,
            String state,
            String stateClass,
            String rows,
            String refused,
            String when,
            String age,
            String by) {}

    /** A field and the columns that may hold it. */
    record FieldChoice(String field, String label, boolean required, String chosen, String error) {}

    /** A column, its first rows, and what it lacks. */
    record ColumnLine(String name, String use, String missing, String holds, List<String> samples) {}

    @GetMapping(PATH)
    Mono<Rendering> list(Authentication who) {
        return desk.newest(NEWEST)
                .map(found -> Rendering.view("sigma-import")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute(
                                "rows", found.stream().map(ImportPages::row).toList())
                        .modelAttribute("mayImport", mayImport(who))
                        .modelAttribute("none", NONE)
                        .build());
    }

    @GetMapping(PATH + "/{id}")
    Mono<Rendering> one(@PathVariable String id, Authentication who) {
        return desk.find(id)
                .flatMap(view ->
                        page(view, view.details().mapping(), view.details().schemaId(), who, NO_PROBLEM));
    }

    /** Checks or imports, as the button says. */
    @PostMapping(PATH + "/{id}")
    Mono<Rendering> begin(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().zipWith(desk.find(id)).flatMap(with -> {
            Map<String, String> mapping = new LinkedHashMap<>();
            with.getT2().kind().fields().forEach(field -> {
                String column = with.getT1().getFirst("field-" + field);
                if (column != null && !column.isEmpty()) {
                    mapping.put(field, column);
                }
            });
            String typed = with.getT1().getFirst("schema");
            String schema = typed == null ? "leads" : typed.strip();
            boolean store = "start".equals(with.getT1().getFirst("action"));
            return desk.begin(exchange, id, mapping, schema, store)
                    .map(view -> Rendering.redirectTo(PATH + "/" + id)
                            .status(HttpStatus.SEE_OTHER)
                            .build())
                    .onErrorResume(
                            NqbaException.class,
                            error -> page(with.getT2(), mapping, schema, who, ProblemBox.of(error)));
        });
    }

    private Mono<Rendering> page(
            ImportView view, Map<String, String> mapping, String schema, Authentication who, ProblemBox problem) {
        boolean may = mayImport(who);
        Mono<List<List<String>>> samples =
                may && !view.live() ? desk.preview(view.id()) : Mono.just(List.<List<String>>of());
        return samples.map(first -> {
            boolean mapped = may && !view.live() && view.phase() != ImportPhase.DONE && !first.isEmpty();
            return Rendering.view("sigma-import-file")
                    .modelAttribute("crumbs", List.of())
                    .modelAttribute("file", view)
                    .modelAttribute("schema", schema)
                    .modelAttribute("facts", facts(view))
                    .modelAttribute("done", percent(view))
                    .modelAttribute("state", state(view))
                    .modelAttribute("stateClass", stateClass(view))
                    .modelAttribute("mapped", mapped)
                    .modelAttribute("fields", fields(view, mapping, problem))
                    .modelAttribute("columns", columns(view, mapping, first))
                    .modelAttribute("sampled", !first.isEmpty())
                    .modelAttribute("refusals", view.details().problems())
                    .modelAttribute("problem", problem)
                    .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                    .build();
        });
    }

    private static List<FieldChoice> fields(ImportView view, Map<String, String> mapping, ProblemBox problem) {
        return view.kind().fields().stream()
                .map(field -> new FieldChoice(
                        field,
                        words(field),
                        view.kind().requires(field),
                        mapping.getOrDefault(field, ""),
                        problem.of(field)))
                .toList();
    }

    private static List<ColumnLine> columns(ImportView view, Map<String, String> mapping, List<List<String>> first) {
        List<ImportDetails.Column> columns = view.details().columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    ImportDetails.Column column = columns.get(i);
                    List<String> samples = first.stream()
                            .limit(3)
                            .map(row -> i < row.size() ? row.get(i) : "")
                            .toList();
                    String share = column.missing() == 0
                            ? "none"
                            : "%s (%s %%)"
                                    .formatted(
                                            Figures.count(column.missing()),
                                            Figures.number(100.0 * column.missing() / Math.max(1, column.rows()), 1));
                    return new ColumnLine(column.name(), use(view, mapping, column), share, column.holds(), samples);
                })
                .toList();
    }

    private static String use(ImportView view, Map<String, String> mapping, ImportDetails.Column column) {
        return mapping.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column.name()))
                .map(entry -> words(entry.getKey()))
                .findFirst()
                .orElse(view.kind() == ImportKind.DEALS || column.holds().equals("text") ? "left out" : "feature");
    }

    private static List<String> facts(ImportView view) {
        List<String> facts = new ArrayList<>();
        if (view.phase() != ImportPhase.UPLOADED) {
            boolean stored = view.phase() == ImportPhase.DONE || view.phase() == ImportPhase.IMPORTING;
            facts.add("%s of %s rows %s"
                    .formatted(
                            Figures.count(view.accepted()),
                            Figures.count(view.rows()),
                            stored ? "imported" : "can be imported"));
            facts.add(Figures.count(view.refused()) + (view.refused() == 1 ? " row refused" : " rows refused"));
            if (view.details().repeated() > 0) {
                facts.add("Rows with the e-mail address of an earlier row: "
                        + Figures.count(view.details().repeated()));
            }
        }
        facts.addAll(view.details().notes());
        return facts;
    }

    private static Row row(ImportView view) {
        return new Row(
                PATH + "/" + view.id(),
                view.fileName(),
                view.kind().name().toLowerCase(Locale.ROOT),
                state(view),
                stateClass(view),
                view.phase() == ImportPhase.UPLOADED ? "" : Figures.count(view.accepted()),
                view.phase() == ImportPhase.UPLOADED ? "" : Figures.count(view.refused()),
                view.createdAt().toString(),
                Figures.ago(view.createdAt(), Instant.now()),
                view.createdBy());
    }

    private static String state(ImportView view) {
        if (view.interrupted()) {
            return "Interrupted";
        }
        return switch (view.phase()) {
            case UPLOADED -> "Waits for its mapping";
            case CHECKING -> "Checking";
            case CHECKED -> "Checked, not imported";
            case IMPORTING -> "Importing";
            case DONE -> "Imported";
            case FAILED -> "Failed";
        };
    }

    private static String stateClass(ImportView view) {
        if (view.interrupted()) {
            return "failed";
        }
        return switch (view.phase()) {
            case UPLOADED, CHECKED -> "queued";
            case CHECKING, IMPORTING -> "running";
            case DONE -> "succeeded";
            case FAILED -> "failed";
        };
    }

    private static String percent(ImportView view) {
        return Long.toString(
                100 * view.details().doneBytes() / Math.max(1, view.details().bytes()));
    }

    private static String words(String field) {
        String plain = field.equals("email") ? "e-mail" : field.replace('_', ' ');
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static boolean mayImport(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + Role.OPERATOR).equals(authority.getAuthority()));
    }
}
