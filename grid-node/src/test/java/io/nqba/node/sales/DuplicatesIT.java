package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.DuplicateGroup;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.DuplicatePlace;
import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.DuplicateReason;
import io.nqba.model.sales.DuplicateReport;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import io.nqba.model.sales.Product;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that may be the same, on three nodes. */
class DuplicatesIT {
    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void store() {
        grid = GridFixture.inMemory(3);
        Ignite ignite = grid.ignite();
        product(ignite, "gtxpro", "GTXPro");
        product(ignite, "gtx-pro", "GTX Pro");
        product(ignite, "forge-500", "Forge 500");
        product(ignite, "forge-600", "Forge 600");
        account(ignite, "a-1", "Codehow GmbH");
        account(ignite, "a-2", "CODEHOW");
        account(ignite, "a-3", "Codehov");
        account(ignite, "a-4", "Pier Foods");
        for (int i = 0; i < 2_000; i++) {
            lead(ignite, "single-%04d".formatted(i), "Company number %d".formatted(i), "hash-" + i);
        }
        lead(ignite, "m-1", "Quay Corp.", "same");
        lead(ignite, "m-2", "Dock", "same");
        lead(ignite, "m-3", "Pier", "same");
        lead(ignite, "c-1", "Harbour Mills", "one");
        lead(ignite, "c-2", "Harbour-Mills Ltd", "");
        lead(ignite, "c-3", "HARBOUR MILLS", "two");
        lead(ignite, "d-1", "Lighthouse", "three");
        lead(ignite, "d-2", "LIGHTHOUSE", "four");
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void doublesOfEveryKindAreFoundWithTheirReason() {
        DuplicateReport found = find(null, null, 100);

        assertThat(found.groups())
                .extracting(DuplicateGroup::reason, group -> List.of(group.ids()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DuplicateReason.EMAIL, List.of("m-1", "m-2", "m-3")),
                        org.assertj.core.groups.Tuple.tuple(DuplicateReason.SPELLING, List.of("c-1", "c-2", "c-3")),
                        org.assertj.core.groups.Tuple.tuple(DuplicateReason.SIMILAR, List.of("a-1", "a-2", "a-3")),
                        org.assertj.core.groups.Tuple.tuple(DuplicateReason.SPELLING, List.of("gtx-pro", "gtxpro")));
        assertThat(found.groups().get(2).likeness()).isEqualTo(1 - 1.0 / 7);
        assertThat(found.total()).isEqualTo(4);
        assertThat(found.bytes()).as("what travelled for 2,008 leads").isLessThan(2_000_000);
    }

    @Test
    void groupsComePageByPage() {
        List<DuplicatePlace> places = new ArrayList<>();
        DuplicatePlace after = null;
        DuplicateReport page;
        do {
            page = find(null, after, 1);
            after = page.groups().get(0).place();
            places.add(after);
        } while (page.more());

        assertThat(places).hasSize(4).isSorted();
        assertThat(find(DuplicateKind.PRODUCT, null, 10).groups()).hasSize(1);
        assertThat(find(null, after, 10).groups()).isEmpty();
    }

    @Test
    void whatSomebodySaidIsNotTheSameIsNotOfferedAgain() {
        Ignite ignite = grid.ignite();
        NotDuplicateKey pair = NotDuplicateKey.of(DuplicateKind.PRODUCT, "gtxpro", "gtx-pro");
        ignite.cache(CacheNames.NOT_DUPLICATE).put(pair, new NotDuplicate("boss", 1));
        try {
            assertThat(find(DuplicateKind.PRODUCT, null, 10).groups()).isEmpty();
            product(ignite, "gtx--pro", "Gtx-Pro");
            assertThat(find(DuplicateKind.PRODUCT, null, 10).groups().get(0).ids())
                    .as("the new one is like both")
                    .containsExactly("gtx--pro", "gtx-pro", "gtxpro");
        } finally {
            ignite.cache(CacheNames.NOT_DUPLICATE).remove(pair);
            ignite.cache(CacheNames.PRODUCT).remove("gtx--pro");
        }
    }

    private static DuplicateReport find(@Nullable DuplicateKind kind, @Nullable DuplicatePlace after, int limit) {
        return grid.ignite()
                .compute()
                .<DuplicateQuery, TaskReply<DuplicateReport>>execute(
                        TaskNames.FIND_DUPLICATES, new DuplicateQuery(kind, after, limit))
                .orThrow();
    }

    private static void product(Ignite ignite, String id, String name) {
        ignite.cache(CacheNames.PRODUCT).put(id, new Product(id, name, "", 100, 0.5, 1));
    }

    private static void account(Ignite ignite, String id, String name) {
        ignite.cache(CacheNames.ACCOUNT)
                .put(id, Account.of(id).name(name).nameKey(NameKey.of(name)).build());
    }

    private static void lead(Ignite ignite, String id, String company, String emailHash) {
        ignite.cache(CacheNames.LEAD)
                .put(
                        id,
                        Lead.of(id)
                                .schemaId("s")
                                .company(company)
                                .companyKey(NameKey.of(company))
                                .emailHash(emailHash)
                                .build());
    }
}
