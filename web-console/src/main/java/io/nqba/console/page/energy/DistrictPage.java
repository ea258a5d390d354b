package io.nqba.console.page.energy;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.page.optimisation.RunRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every tab of a district shares: which district, which run, which tab.
 *
 * @param districts all districts by name
 * @param district the chosen one
 * @param runs its runs, newest first
 * @param run the chosen run; null while there is none
 * @param tab the chosen tab
 */
record DistrictPage(
        List<DistrictView> districts,
        DistrictView district,
        List<RunRow> runs,
        @Nullable RunRow run,
        Tab tab) {
    /** The questions a district answers, in the order of the tabs. */
    enum Tab {
        SCHEDULE("Schedule"),
        SITES("Sites"),
        CONSUMPTION("Consumption"),
        START("Start a run");

        private final String title;

        Tab(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Returns its name in the address. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Tab of(String key) {
            for (Tab tab : values()) {
                if (tab.key().equals(key)) {
                    return tab;
                }
            }
            return SCHEDULE;
        }
    }

    public List<Tab> tabs() {
        return List.of(Tab.values());
    }

    public ZoneId zone() {
        return ZoneId.of(district.timeZone());
    }

    public String runId() {
        return run == null ? "" : run.id();
    }

    /** Returns the address of a tab with district and run. */
    public String href(Tab other) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/flyfox").queryParam("district", "{district}");
        if (run != null) {
            href.queryParam("run", run.id());
        }
        return href.queryParam("tab", other.key())
                .encode()
                .buildAndExpand(district.id())
                .toUriString();
    }

    /** Returns the address of this tab. */
    public String href() {
        return href(tab);
    }

    /** Returns the address of a site under the chosen run. */
    public String siteHref(String siteId) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/flyfox/sites/{site}");
        if (run != null) {
            href.queryParam("run", run.id());
        }
        return href.encode().buildAndExpand(siteId).toUriString();
    }

    /** Returns one line about the district. */
    public String lead() {
        return "%,d sites behind one connection, metered every %d min, tariff %s, days in %s"
                .formatted(district.sites(), district.intervalMinutes(), district.tariffName(), district.timeZone());
    }
}
