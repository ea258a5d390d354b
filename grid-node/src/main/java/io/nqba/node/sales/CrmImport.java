package io.nqba.node.sales;

import io.nqba.intake.CsvInput;
import io.nqba.intake.CsvSource;
import io.nqba.intake.sales.ColumnProfile;
import io.nqba.intake.sales.DealImport;
import io.nqba.intake.sales.Slug;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.GridTarget;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/**
 * Reads a directory of sales opportunities: accounts, products, agents and the pipeline. Its accounts give revenue in millions; it tells
 * no margins, so the whole price counts as earned.
 */
final class CrmImport {
    private static final double MILLION = 1e6;

    /** Words of the set that are spelled wrong. */
    private static final Map<String, String> SPELLING = Map.of("technolgy", "technology", "Philipines", "Philippines");

    private final Ignite ignite;
    private final ProgressLine progress;
    private final BadRows badRows;
    private final Map<String, Long> repaired = new TreeMap<>();

    CrmImport(Ignite ignite, ProgressLine progress, BadRows badRows) {
        this.ignite = ignite;
        this.progress = progress;
        this.badRows = badRows;
    }

    /**
     * Loads a directory.
     *
     * @param hoursCapacity hours a period of each agent
     */
    void load(Path directory, double hoursCapacity) {
        progress.begin("Loading accounts, products and agents", 0);
        try (RowStreams streams = new RowStreams(ignite, false)) {
            products(directory.resolve("products.csv"), streams);
            accounts(directory.resolve("accounts.csv"), streams);
            reps(directory.resolve("sales_teams.csv"), hoursCapacity, streams);
            progress.end(streams.rows() + " rows");
        }
        repaired.forEach((spelling, count) -> {
            progress.begin("  Repaired", 0);
            progress.end("%s in %d rows".formatted(spelling, count));
        });
        try (GridTarget target = new GridTarget(ignite)) {
            new DealImport(target, progress, badRows)
                    .load(CsvInput.of(directory.resolve("sales_pipeline.csv")), ',', DealImport.COLUMNS);
        }
    }

    private void products(Path file, RowStreams streams) {
        read(file, List.of("product", "series", "sales_price"), row -> {
            String id = Slug.of(row.get(0));
            streams.add(
                    CacheNames.PRODUCT, id, new Product(id, row.get(0).strip(), row.get(1), number(row.get(2)), 1, 1));
        });
    }

    private void accounts(Path file, RowStreams streams) {
        List<String> columns = List.of(
                "account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of");
        read(file, columns, row -> {
            String name = row.get(0).strip();
            streams.add(
                    CacheNames.ACCOUNT,
                    Slug.of(name),
                    Account.of(Slug.of(name))
                            .name(name)
                            .nameKey(NameKey.of(name))
                            .sector(spelled(row.get(1)))
                            .yearFounded((int) number(row.get(2)))
                            .revenue(Math.rint(number(row.get(3)) * MILLION))
                            .employees((int) number(row.get(4)))
                            .region(spelled(row.get(5)))
                            .parentId(Slug.of(row.get(6)))
                            .build());
        });
    }

    private void reps(Path file, double hoursCapacity, RowStreams streams) {
        read(file, List.of("sales_agent", "manager", "regional_office"), row -> {
            String id = Slug.of(row.get(0));
            streams.add(
                    CacheNames.SALES_REP,
                    id,
                    SalesRep.of(id)
                            .name(row.get(0).strip())
                            .manager(row.get(1).strip())
                            .territory(row.get(2).strip())
                            .hoursCapacity(hoursCapacity)
                            .build());
        });
    }

    private void read(Path file, List<String> columns, java.util.function.Consumer<List<String>> row) {
        new CsvSource(file, columns).forEach(badRows, bytes -> {}, (line, fields) -> {
            try {
                row.accept(fields);
            } catch (IllegalArgumentException e) {
                badRows.refuse(
                        file,
                        line,
                        "row",
                        String.join(",", fields),
                        String.valueOf(e.getMessage()),
                        "Correct the row.");
            }
        });
    }

    private String spelled(String text) {
        String written = text.strip();
        String right = SPELLING.getOrDefault(written, written);
        if (!right.equals(written)) {
            repaired.merge(written + " is " + right, 1L, Long::sum);
        }
        return right;
    }

    private static double number(String text) {
        double value = text.isBlank() ? 0 : ColumnProfile.number(text);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The number (%s) cannot be read.".formatted(text));
        }
        return value;
    }
}
