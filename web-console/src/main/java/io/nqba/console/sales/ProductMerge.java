package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.privacy.PersonalVault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Products that become one: deals, leads and the skills of agents name the survivor. */
@Component
class ProductMerge extends MergeKind<Product, ProductMerge.Draft> {
    private static final List<MergeField<Product, Draft>> FIELDS = List.of(
            new MergeField<>(
                    "name", "Name", (product, reader) -> product.name(), (draft, from) -> draft.name = from.name()),
            new MergeField<>(
                    "series",
                    "Series",
                    (product, reader) -> product.series(),
                    (draft, from) -> draft.series = from.series()),
            new MergeField<>(
                    "listPrice",
                    "List price",
                    (product, reader) -> number(product.listPrice()),
                    (draft, from) -> draft.listPrice = from.listPrice()),
            new MergeField<>(
                    "margin",
                    "Margin",
                    (product, reader) -> number(product.margin()),
                    (draft, from) -> draft.margin = from.margin()));

    private final SalesGateway grid;
    private final RewriteGateway rows;

    ProductMerge(SalesGateway grid, RewriteGateway rows) {
        super(DuplicateKind.PRODUCT, SalesTable.PRODUCTS, FIELDS);
        this.grid = grid;
        this.rows = rows;
    }

    /** A merged product in the making. */
    static final class Draft {
        private final Product survivor;
        private String name;
        private String series;
        private double listPrice;
        private double margin;

        Draft(Product survivor) {
            this.survivor = survivor;
            this.name = survivor.name();
            this.series = survivor.series();
            this.listPrice = survivor.listPrice();
            this.margin = survivor.margin();
        }
    }

    @Override
    Draft begin(Product survivor, PersonalVault vault) {
        return new Draft(survivor);
    }

    @Override
    Product end(Draft merged) {
        return new Product(
                merged.survivor.productId(),
                merged.name,
                merged.series,
                merged.listPrice,
                merged.margin,
                merged.survivor.revision() + 1);
    }

    @Override
    Mono<Void> move(String survivorId, String otherId, PersonalVault vault, MergeMoves moves) {
        return Mono.zip(
                        rows.rows(SalesTable.OPPORTUNITIES, "PRODUCT_ID", otherId),
                        rows.rows(SalesTable.LEADS, "PRODUCT_ID", otherId),
                        grid.list(SalesTable.REPS, null, null, Page.MAX_LIMIT))
                .doOnNext(found -> {
                    found.getT1()
                            .forEach((id, deal) -> moves.change(
                                    SalesTable.OPPORTUNITIES,
                                    id,
                                    deal,
                                    row -> row.toBuilder()
                                            .productId(survivorId)
                                            .revision(row.revision() + 1)
                                            .build()));
                    found.getT2()
                            .forEach((id, lead) -> moves.change(
                                    SalesTable.LEADS,
                                    id,
                                    lead,
                                    row -> row.toBuilder()
                                            .productId(survivorId)
                                            .revision(row.revision() + 1)
                                            .build()));
                    found.getT3().items().stream()
                            .filter(rep -> List.of(rep.skills().split(",", -1)).contains(otherId))
                            .forEach(rep -> moves.change(
                                    SalesTable.REPS, rep.repId(), rep, row -> skilled(row, otherId, survivorId)));
                    moves.guard(
                            CacheNames.OPPORTUNITY,
                            "PRODUCT_ID",
                            otherId,
                            found.getT1().size());
                    moves.guard(
                            CacheNames.LEAD,
                            "PRODUCT_ID",
                            otherId,
                            found.getT2().size());
                })
                .then();
    }

    private static SalesRep skilled(SalesRep rep, String otherId, String survivorId) {
        String skills = Arrays.stream(rep.skills().split(",", -1))
                .map(skill -> skill.equals(otherId) ? survivorId : skill)
                .distinct()
                .collect(Collectors.joining(","));
        return rep.toBuilder().skills(skills).revision(rep.revision() + 1).build();
    }
}
