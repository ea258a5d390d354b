package io.nqba.console.page.finance;

import io.nqba.console.finance.SubjectView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.Shock;
import io.nqba.model.finance.ShockTarget;
import io.nqba.model.finance.StressRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a risk page shows, as its address says it.
 *
 * @param scope book or portfolio
 * @param id its id; empty for the first there is
 * @param method whose forecasts the chart shows
 * @param confidence 95 or 99
 * @param shockTarget what the shock moves: {@code all}, a sector or an instrument; empty for no shock
 * @param shockName sector or instrument
 * @param shockPercent change of the prices, as typed
 */
public record RiskAddress(
        RiskScope scope,
        String id,
        RiskMethod method,
        int confidence,
        String shockTarget,
        String shockName,
        String shockPercent) {
    private static final String PATH = "/goliath/risk";

    /** Reads an address; {@code of=book:id} of the chooser goes before scope and id. */
    static RiskAddress of(MultiValueMap<String, String> fields) {
        String[] chosen = text(fields, "of").split(":", 2);
        String scope = chosen.length == 2 ? chosen[0] : text(fields, "scope");
        return new RiskAddress(
                scope.equals("portfolio") ? RiskScope.PORTFOLIO : RiskScope.BOOK,
                chosen.length == 2 ? chosen[1] : text(fields, "id"),
                Arrays.stream(RiskMethod.values())
                        .filter(method -> key(method).equals(text(fields, "method")))
                        .findFirst()
                        .orElse(RiskMethod.HISTORICAL),
                text(fields, "confidence").equals("95") ? 95 : 99,
                text(fields, "shock"),
                text(fields, "on"),
                text(fields, "by"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    static String key(RiskMethod method) {
        return method.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Returns whom the address means; the first where it names nobody there is. */
    Optional<SubjectView> choose(List<SubjectView> subjects) {
        return subjects.stream()
                .filter(subject -> subject.scope() == scope && subject.id().equals(id))
                .findFirst()
                .or(() -> id.isEmpty() ? subjects.stream().findFirst() : Optional.of(new SubjectView(scope, id, id)));
    }

    RiskAddress at(SubjectView subject) {
        return new RiskAddress(subject.scope(), subject.id(), method, confidence, shockTarget, shockName, shockPercent);
    }

    RiskAddress with(RiskMethod otherMethod, int otherConfidence) {
        return new RiskAddress(scope, id, otherMethod, otherConfidence, shockTarget, shockName, shockPercent);
    }

    public String scopeKey() {
        return scope == RiskScope.BOOK ? "book" : "portfolio";
    }

    public String methodKey() {
        return key(method);
    }

    /** Returns the address as a link. */
    public String href() {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath(PATH)
                .queryParam("scope", scopeKey())
                .queryParam("id", "{id}")
                .queryParam("method", methodKey())
                .queryParam("confidence", confidence);
        if (!shockTarget.isEmpty()) {
            href.queryParam("shock", "{shock}").queryParam("on", "{on}").queryParam("by", "{by}");
        }
        return href.encode()
                .buildAndExpand(Map.of("id", id, "shock", shockTarget, "on", shockName, "by", shockPercent))
                .toUriString();
    }

    /** Returns the path of the API that has the same figures. */
    public String apiHref() {
        return UriComponentsBuilder.fromPath("/api/v1/goliath/risk/" + scopeKey() + "s/{id}")
                .encode()
                .buildAndExpand(Map.of("id", id))
                .toUriString();
    }

    /** Returns where changes are told. */
    public String eventsHref() {
        return UriComponentsBuilder.fromPath("/api/v1/goliath/risk/events")
                .queryParam("scope", scope)
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(Map.of("id", id))
                .toUriString();
    }

    /** Returns what the shock asks; null without one, or where it cannot be read. */
    @Nullable
    StressRequest shock() {
        if (shockTarget.isEmpty() || !checked().good()) {
            return null;
        }
        ShockTarget target = switch (shockTarget) {
            case "sector" -> ShockTarget.SECTOR;
            case "instrument" -> ShockTarget.INSTRUMENT;
            default -> ShockTarget.ALL;
        };
        String name = target == ShockTarget.ALL ? "" : shockName;
        double change = new FormFields().number("by", shockPercent, -100, 1000, "%") / 100;
        String words = target == ShockTarget.ALL ? "All prices" : shockName;
        return new StressRequest(
                scope, id, words + " by " + shockPercent + " %", List.of(new Shock(target, name, change)));
    }

    /** Returns what is wrong with the shock; nothing where it is good or absent. */
    ProblemBox shockProblem() {
        FormFields fields = checked();
        return shockTarget.isEmpty() || fields.good() ? RiskPage.NO_PROBLEM : fields.problem("The shock was not tried");
    }

    private FormFields checked() {
        FormFields fields = new FormFields();
        fields.number("by", shockPercent, -100, 1000, "%");
        if (!shockTarget.equals("all") && shockName.isEmpty()) {
            fields.refuse("on", "Name the sector or the instrument that moves.");
        }
        return fields;
    }
}
