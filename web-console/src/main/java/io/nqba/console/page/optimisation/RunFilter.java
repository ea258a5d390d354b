package io.nqba.console.page.optimisation;

import io.nqba.console.optimisation.RunQuery;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which runs the list shows. It stands in the address; a word that means nothing there is left out.
 *
 * @param unit only of this unit, or null for all
 * @param kind key of a {@link RunKind}; empty for all
 * @param state only in this state, or null for all
 */
record RunFilter(
        @Nullable BusinessUnit unit, String kind, @Nullable RunState state) {
    private static final List<RunState> STATES =
            List.of(RunState.RUNNING, RunState.SUCCEEDED, RunState.CANCELLED, RunState.FAILED);

    static RunFilter of(String unit, String kind, String state) {
        return new RunFilter(
                named(BusinessUnit.values(), unit),
                RunKind.all().stream().anyMatch(known -> known.key().equals(kind)) ? kind : "",
                named(RunState.values(), state));
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> key(one).equals(name))
                .findFirst()
                .orElse(null);
    }

    RunQuery query(@Nullable String cursor, int limit) {
        return new RunQuery(unit, kind.isEmpty() ? null : kind, state, null, cursor, limit);
    }

    /** Returns whether every run is shown. */
    public boolean all() {
        return unit == null && state == null && kind.isEmpty();
    }

    /**
     * One choice of the filter.
     *
     * @param key its name in the address; empty for all
     * @param name what the reader sees
     * @param href address of the list with this choice and the others as they are
     * @param chosen whether it is in force
     */
    record Choice(String key, String name, String href, boolean chosen) {}

    public List<Choice> states() {
        Choice any = new Choice("", "All", href(key(unit), kind, ""), state == null);
        List<Choice> named = STATES.stream()
                .map(one -> new Choice(key(one), word(one), href(key(unit), kind, key(one)), one == state))
                .toList();
        return concat(any, named);
    }

    public List<Choice> units() {
        Choice any = new Choice("", "All units", href("", kind, key(state)), unit == null);
        List<Choice> named = Arrays.stream(BusinessUnit.values())
                .map(one -> new Choice(key(one), name(one), href(key(one), kind, key(state)), one == unit))
                .toList();
        return concat(any, named);
    }

    public List<Choice> kinds() {
        Choice any = new Choice("", "All kinds", href(key(unit), "", key(state)), kind.isEmpty());
        List<Choice> named = RunKind.all().stream()
                .map(one -> new Choice(
                        one.key(),
                        one.name(),
                        href(key(unit), one.key(), key(state)),
                        one.key().equals(kind)))
                .toList();
        return concat(any, named);
    }

    public String stateKey() {
        return key(state);
    }

    /** Returns the address of the newest runs. */
    public String href() {
        return href(key(unit), kind, key(state));
    }

    /** Returns the address of the runs after a cursor; empty after the last page. */
    public String older(@Nullable String cursor) {
        return cursor == null
                ? ""
                : UriComponentsBuilder.fromUriString(href())
                        .queryParam("cursor", "{cursor}")
                        .encode()
                        .buildAndExpand(cursor)
                        .toUriString();
    }

    private static String href(String unit, String kind, String state) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/runs");
        put(href, "unit", unit);
        put(href, "kind", kind);
        put(href, "state", state);
        return href.toUriString();
    }

    private static void put(UriComponentsBuilder href, String name, String value) {
        if (!value.isEmpty()) {
            href.queryParam(name, value);
        }
    }

    private static List<Choice> concat(Choice first, List<Choice> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String key(@Nullable Enum<?> one) {
        return one == null ? "" : one.name().toLowerCase(Locale.ROOT);
    }

    private static String name(BusinessUnit unit) {
        return unit == BusinessUnit.PLATFORM ? "Platform" : unit.name();
    }

    private static String word(RunState state) {
        return state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
