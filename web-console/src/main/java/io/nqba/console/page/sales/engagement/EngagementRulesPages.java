package io.nqba.console.page.sales.engagement;

import static io.nqba.console.page.sales.engagement.EngagementPages.tag;

import io.nqba.console.page.Crumb;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.engagement.RulesDesk;
import io.nqba.console.sales.engagement.SegmentView;
import io.nqba.console.sales.engagement.SequenceView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The rules of engagement and the forms that make, change and remove them. */
@Controller
class EngagementRulesPages {
    static final String PATH = EngagementPages.PATH + "/rules";
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());

    private final RulesDesk rules;

    EngagementRulesPages(RulesDesk rules) {
        this.rules = rules;
    }

    /** Forms as they were typed, where they were refused; null for those that stand as they are stored. */
    private record Typed(
            @Nullable SegmentForm segment,
            @Nullable SequenceForm sequence,
            @Nullable SettingsForm settings,
            ProblemBox problem) {
        static final Typed NOTHING = new Typed(null, null, null, NO_PROBLEM);
    }

    @GetMapping(PATH)
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String segment,
            @RequestParam(defaultValue = "") String sequence,
            Authentication who) {
        return page(segment, sequence, Typed.NOTHING, who);
    }

    private Mono<Rendering> page(String segmentId, String sequenceId, Typed typed, Authentication who) {
        return Mono.zip(rules.segments(null, Page.MAX_LIMIT), rules.everySequence(), rules.settings())
                .map(all -> {
                    List<SegmentView> segments = all.getT1().items();
                    Optional<SegmentView> segment = segments.stream()
                            .filter(one -> one.id().equals(segmentId))
                            .findFirst();
                    Optional<SequenceView> sequence = all.getT2().stream()
                            .filter(one -> one.id().equals(sequenceId))
                            .findFirst();
                    SegmentForm ofSegment = typed.segment();
                    SequenceForm ofSequence = typed.sequence();
                    SettingsForm ofSettings = typed.settings();
                    return Rendering.view("sigma-engagement-rules")
                            .modelAttribute("crumbs", List.of(new Crumb("Engagement", EngagementPages.PATH)))
                            .modelAttribute("segments", segments)
                            .modelAttribute("sequences", all.getT2())
                            .modelAttribute(
                                    "segment",
                                    ofSegment != null
                                            ? ofSegment
                                            : segment.map(SegmentForm::of).orElseGet(SegmentForm::fresh))
                            .modelAttribute(
                                    "sequence",
                                    ofSequence != null
                                            ? ofSequence
                                            : sequence.map(SequenceForm::of).orElseGet(SequenceForm::fresh))
                            .modelAttribute("settings", ofSettings != null ? ofSettings : SettingsForm.of(all.getT3()))
                            .modelAttribute("problem", typed.problem())
                            .modelAttribute("decides", PersonView.seenBy(who))
                            .status(
                                    typed.problem().title().isEmpty()
                                            ? HttpStatus.OK
                                            : HttpStatus.UNPROCESSABLE_CONTENT)
                            .build();
                });
    }

    @PostMapping(PATH + "/segments")
    Mono<Rendering> keepSegment(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            SegmentForm form = SegmentForm.typed("", fields);
            return stored(
                    Mono.defer(() -> rules.keep(exchange, idOf(form.name()), null, form.body(), who)),
                    view -> PATH + "?segment=" + view.id() + "#segment",
                    error -> page("", "", new Typed(form, null, null, problem(error)), who));
        });
    }

    @PostMapping(PATH + "/segments/{id}")
    Mono<Rendering> changeSegment(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            SegmentForm form = SegmentForm.typed(id, fields);
            return stored(
                    Mono.defer(() -> rules.keep(exchange, id, tag(fields), form.body(), who)),
                    view -> PATH + "?segment=" + view.id() + "#segment",
                    error -> rules.segment(id)
                            .map(now -> error.code() == ErrorCode.CONFLICT ? form.at(now.revision()) : form)
                            .defaultIfEmpty(form)
                            .flatMap(shown -> page(id, "", new Typed(shown, null, null, problem(error)), who)));
        });
    }

    @PostMapping(PATH + "/segments/{id}/remove")
    Mono<Rendering> removeSegment(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(fields -> stored(
                        rules.removeSegment(exchange, id, tag(fields)),
                        gone -> PATH,
                        error -> page(id, "", new Typed(null, null, null, problem(error)), who)));
    }

    @PostMapping(PATH + "/sequences")
    Mono<Rendering> keepSequence(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            SequenceForm form = SequenceForm.typed("", fields);
            return stored(
                    Mono.defer(() -> rules.keep(exchange, idOf(form.name()), null, form.body(), who)),
                    view -> PATH + "?sequence=" + view.id() + "#sequence",
                    error -> page("", "", new Typed(null, form, null, problem(error)), who));
        });
    }

    @PostMapping(PATH + "/sequences/{id}")
    Mono<Rendering> changeSequence(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            SequenceForm form = SequenceForm.typed(id, fields);
            return stored(
                    Mono.defer(() -> rules.keep(exchange, id, tag(fields), form.body(), who)),
                    view -> PATH + "?sequence=" + view.id() + "#sequence",
                    error -> rules.sequence(id)
                            .map(now -> error.code() == ErrorCode.CONFLICT ? form.at(now.revision()) : form)
                            .defaultIfEmpty(form)
                            .flatMap(shown -> page("", id, new Typed(null, shown, null, problem(error)), who)));
        });
    }

    @PostMapping(PATH + "/sequences/{id}/remove")
    Mono<Rendering> removeSequence(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(fields -> stored(
                        rules.removeSequence(exchange, id, tag(fields)),
                        gone -> PATH,
                        error -> page("", id, new Typed(null, null, null, problem(error)), who)));
    }

    @PostMapping(EngagementPages.PATH + "/settings")
    Mono<Rendering> set(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            SettingsForm form = SettingsForm.typed(fields);
            return stored(
                    Mono.defer(() -> rules.set(exchange, tag(fields), form.body(), who)),
                    view -> PATH + "#settings",
                    error -> rules.settings()
                            .map(now -> error.code() == ErrorCode.CONFLICT ? form.at(now.revision()) : form)
                            .flatMap(shown -> page("", "", new Typed(null, null, shown, problem(error)), who)));
        });
    }

    private static <T> Mono<Rendering> stored(
            Mono<T> command,
            java.util.function.Function<T, String> href,
            java.util.function.Function<NqbaException, Mono<Rendering>> refused) {
        return command.map(done -> Rendering.redirectTo(href.apply(done))
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(NqbaException.class, refused);
    }

    /** Names the fields as the forms do: {@code steps[1].text} is {@code step-1-text}. */
    private static ProblemBox problem(NqbaException error) {
        ProblemBox box = ProblemBox.of(error);
        return new ProblemBox(
                box.title(),
                box.remedy(),
                box.code(),
                box.fields().stream()
                        .map(field -> new ProblemBox.Field(fieldOf(field.name()), field.text()))
                        .toList());
    }

    private static String fieldOf(String name) {
        return name.replaceAll("^conditions\\[\\d+]$", "conditions")
                .replaceAll("^steps\\[(\\d+)]\\.(\\w+)$", "step-$1-$2");
    }

    /** Returns the name in small letters with hyphens. */
    private static String idOf(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = id.length() > 60 ? id.substring(0, 60) : id;
        return shortened.isEmpty() ? "unnamed" : shortened;
    }
}
