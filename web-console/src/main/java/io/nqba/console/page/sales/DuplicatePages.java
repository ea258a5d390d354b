package io.nqba.console.page.sales;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.DuplicateView;
import io.nqba.console.sales.MergeBody;
import io.nqba.console.sales.MergeDesk;
import io.nqba.console.sales.PersonView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.LeadStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Rows that may be the same: the list, and a few of them beside each other with the choice of what stays. */
@Controller
class DuplicatePages {
    private static final String PATH = "/sigma/duplicates";
    private static final int GROUPS = 25;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState NONE = new EmptyState(
            "Nothing seems to stand twice",
            "Leads with the same e-mail address, and leads, accounts and products whose names are the same or one letter apart, would"
                    + " stand here, with the reason.",
            "",
            "",
            "");

    private final MergeDesk desk;
    private final BookNames names;

    DuplicatePages(MergeDesk desk, BookNames names) {
        this.desk = desk;
        this.names = names;
    }

    /**
     * One group in the list.
     *
     * @param names what its rows are called, each written once
     * @param compareHref where its rows stand beside each other
     */
    record Row(String kind, String names, String rows, String why, String compareHref) {}

    /** A kind to choose. */
    record Choice(String key, String words, boolean chosen) {}

    /**
     * A field across the rows.
     *
     * @param cells what each row has
     * @param differs whether the rows say different things
     */
    record Line(String name, String label, List<Cell> cells, boolean differs) {}

    /** What a row has in a field. */
    record Cell(String id, String text, boolean chosen) {}

    /** A row as the head of a column. */
    record Head(String id, long revision, boolean survivor) {}

    @GetMapping(PATH)
    Mono<Rendering> list(ServerWebExchange exchange, Authentication who) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        DuplicateKind kind = kind(query.getFirst("kind"));
        String after = query.getFirst("after");
        return desk.find(kind, after, GROUPS, who).map(found -> {
            String next = found.page().next();
            return Rendering.view("sigma-duplicates")
                    .modelAttribute("crumbs", List.of())
                    .modelAttribute(
                            "rows",
                            found.page().items().stream()
                                    .map(DuplicatePages::row)
                                    .toList())
                    .modelAttribute("range", range(found))
                    .modelAttribute("kinds", choices(kind))
                    .modelAttribute("nextHref", next == null ? "" : href(kind, next))
                    .modelAttribute("firstHref", after == null ? "" : href(kind, null))
                    .modelAttribute("none", NONE)
                    .build();
        });
    }

    @GetMapping(PATH + "/compare")
    Mono<Rendering> compare(ServerWebExchange exchange, Authentication who) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        DuplicateKind kind = kind(query.getFirst("kind"));
        List<String> ids = query.getOrDefault("id", List.of());
        if (kind == null || ids.size() < 2 || ids.size() > 20) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The address names no rows to compare.",
                    "Choose a group from the list of duplicates.");
        }
        return compare(kind, ids, who, new HashMap<>(), NO_PROBLEM);
    }

    @PostMapping(PATH + "/merge")
    Mono<Rendering> merge(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(form -> {
            DuplicateKind kind = kind(form.getFirst("kind"));
            List<String> ids = form.getOrDefault("id", List.of());
            String survivor = form.getFirst("survivor");
            if (kind == null || ids.size() < 2 || survivor == null || !ids.contains(survivor)) {
                return Mono.error(new NqbaException(
                        ErrorCode.INVALID_REQUEST,
                        "The form names no rows to merge.",
                        "Choose a group from the list of duplicates."));
            }
            Map<String, String> choice = new HashMap<>();
            desk.fields(kind).forEach(field -> {
                String from = form.getFirst("field-" + field.name());
                if (from != null) {
                    choice.put(field.name(), from);
                }
            });
            List<MergeBody.Seen> others = ids.stream()
                    .filter(id -> !id.equals(survivor))
                    .map(id -> seen(form, id))
                    .toList();
            MergeBody body = new MergeBody(kind, seen(form, survivor), others, Map.copyOf(choice));
            choice.put("survivor", survivor);
            return desk.merge(exchange, body, who)
                    .map(merged -> Rendering.redirectTo(href(kind, null))
                            .status(HttpStatus.SEE_OTHER)
                            .build())
                    .onErrorResume(NqbaException.class, error -> compare(kind, ids, who, choice, ProblemBox.of(error)));
        });
    }

    @PostMapping(PATH + "/dismissal")
    Mono<Rendering> dismiss(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(form -> {
            DuplicateKind kind = kind(form.getFirst("kind"));
            if (kind == null) {
                return Mono.error(new NqbaException(
                        ErrorCode.INVALID_REQUEST, "The form names no kind.", "Choose a group from the list."));
            }
            return desk.dismiss(exchange, kind, form.getOrDefault("id", List.of()), who.getName())
                    .thenReturn(Rendering.redirectTo(href(kind, null))
                            .status(HttpStatus.SEE_OTHER)
                            .build());
        });
    }

    private Mono<Rendering> compare(
            DuplicateKind kind, List<String> ids, Authentication who, Map<String, String> choice, ProblemBox problem) {
        return Mono.zip(desk.rows(kind, ids, who), names.names()).map(both -> {
            List<DuplicateView.RowView> rows = both.getT1();
            String survivor = choice.getOrDefault("survivor", rows.get(0).id());
            List<Line> lines = desk.fields(kind).stream()
                    .map(field -> line(field, rows, choice, survivor, both.getT2()))
                    .toList();
            return Rendering.view("sigma-compare")
                    .modelAttribute("crumbs", List.of())
                    .modelAttribute("kind", kind.name())
                    .modelAttribute("noun", noun(kind))
                    .modelAttribute(
                            "heads",
                            rows.stream()
                                    .map(row -> new Head(
                                            row.id(), row.revision(), row.id().equals(survivor)))
                                    .toList())
                    .modelAttribute("lines", lines)
                    .modelAttribute("listHref", href(kind, null))
                    .modelAttribute("mayMerge", PersonView.seenBy(who))
                    .modelAttribute("problem", problem)
                    .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
                    .build();
        });
    }

    private static Line line(
            MergeDesk.Field field,
            List<DuplicateView.RowView> rows,
            Map<String, String> choice,
            String survivor,
            BookNames.Names names) {
        String suggested = choice.getOrDefault(
                field.name(),
                rows.stream()
                        .sorted((one, other) -> Boolean.compare(
                                other.id().equals(survivor), one.id().equals(survivor)))
                        .filter(row -> !text(row, field).isEmpty())
                        .map(DuplicateView.RowView::id)
                        .findFirst()
                        .orElse(survivor));
        List<Cell> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(new Cell(
                row.id(), shown(field.name(), text(row, field), names), row.id().equals(suggested))));
        boolean differs = cells.stream().map(Cell::text).distinct().count() > 1;
        return new Line(field.name(), field.label(), cells, differs);
    }

    /** Returns what a row has in a field, in the words of the other pages. */
    private static String shown(String field, String text, BookNames.Names names) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (field) {
            case "ownerRepId" -> names.rep(text);
            case "productId" -> names.product(text);
            case "status" -> SalesWords.of(LeadStatus.valueOf(text));
            case "outcome" -> capital(text.toLowerCase(Locale.ROOT));
            case "createdAt" -> Figures.moment(Instant.parse(text), ZoneId.of("UTC"));
            default -> text;
        };
    }

    private static String text(DuplicateView.RowView row, MergeDesk.Field field) {
        return row.fields().getOrDefault(field.name(), "");
    }

    private static MergeBody.Seen seen(MultiValueMap<String, String> form, String id) {
        String revision = form.getFirst("revision-" + id);
        try {
            return new MergeBody.Seen(id, Long.parseLong(revision == null ? "" : revision));
        } catch (NumberFormatException e) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The revision (%s) of (%s) is no number.".formatted(revision, id),
                    "Open the group from the list again.",
                    List.of(),
                    e);
        }
    }

    private static Row row(DuplicateView group) {
        String field = group.kind() == DuplicateKind.LEAD ? "company" : "name";
        List<String> names = group.rows().stream()
                .map(row -> row.fields().getOrDefault(field, ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        UriComponentsBuilder compare = UriComponentsBuilder.fromPath(PATH + "/compare")
                .queryParam("kind", group.kind().name());
        List<String> ids = group.rows().stream().map(DuplicateView.RowView::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            compare.queryParam("id", "{" + i + "}");
        }
        return new Row(
                capital(noun(group.kind())),
                names.isEmpty() ? String.join(", ", ids) : String.join(" · ", names),
                Figures.count(group.size()),
                group.why(),
                compare.encode().buildAndExpand(ids.toArray()).toUriString());
    }

    private static String range(MergeDesk.Found found) {
        int shown = found.page().items().size();
        return shown == found.total()
                ? Figures.count(shown) + (shown == 1 ? " group" : " groups")
                : "%s of %s groups".formatted(Figures.count(shown), Figures.count(found.total()));
    }

    private static List<Choice> choices(@Nullable DuplicateKind chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "Everything", chosen == null));
        Arrays.stream(DuplicateKind.values())
                .forEach(kind -> choices.add(
                        new Choice(kind.name().toLowerCase(Locale.ROOT), capital(noun(kind)) + "s", kind == chosen)));
        return choices;
    }

    private static String noun(DuplicateKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String href(@Nullable DuplicateKind kind, @Nullable String after) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath(PATH);
        if (kind != null) {
            href.queryParam("kind", noun(kind));
        }
        if (after != null) {
            href.queryParam("after", after);
        }
        return href.encode().build().toUriString();
    }

    private static @Nullable DuplicateKind kind(@Nullable String key) {
        return Arrays.stream(DuplicateKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(key))
                .findFirst()
                .orElse(null);
    }
}
