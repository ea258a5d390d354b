package io.nqba.intake.sales;

import io.nqba.intake.CsvInput;
import io.nqba.intake.CsvSource;
import io.nqba.intake.ImportWatch;
import io.nqba.intake.Refusals;
import io.nqba.intake.RowTarget;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads deals. Products, accounts and agents are looked up by id, name or another spelling of the name; a spelling that had to be repaired
 * is told, a name that means nothing is a bad row.
 */
public final class DealImport {
    public static final List<String> COLUMNS = List.of(
            "opportunity_id",
            "sales_agent",
            "product",
            "account",
            "deal_stage",
            "engage_date",
            "close_date",
            "close_value");
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    private final RowTarget target;
    private final ImportWatch progress;
    private final Refusals badRows;
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> reps = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Long> repaired = new TreeMap<>();
    private long stored;
    private long openWithoutAccount;

    public DealImport(RowTarget target, ImportWatch progress, Refusals badRows) {
        this.target = target;
        this.progress = progress;
        this.badRows = badRows;
    }

    /**
     * Loads a file.
     *
     * @param columns its columns for {@link #COLUMNS}, in that order; empty for one that the file does not have
     */
    public void load(CsvInput file, char separator, List<String> columns) {
        target.<Product>each(CacheNames.PRODUCT, row -> know(products, row.productId(), row.name()));
        target.<Account>each(CacheNames.ACCOUNT, row -> know(accounts, row.accountId(), row.name()));
        target.<SalesRep>each(CacheNames.SALES_REP, row -> know(reps, row.repId(), row.name()));
        progress.begin("Loading " + file.name(), file.bytes());
        List<String> present =
                columns.stream().filter(column -> !column.isEmpty()).toList();
        int[] places = columns.stream().mapToInt(present::indexOf).toArray();
        new CsvSource(file, present, separator).forEach(badRows, progress::advance, (line, found) -> {
            List<String> row = Arrays.stream(places)
                    .mapToObj(place -> place < 0 ? "" : found.get(place))
                    .toList();
            Opportunity deal = deal(file, line, row);
            if (deal != null) {
                add(deal);
            }
        });
        target.flush();
        progress.end("%d deals, %d rows refused".formatted(stored, badRows.refused()));
        repaired.forEach((spelling, count) -> tell("Repaired", "%s in %d rows".formatted(spelling, count)));
        if (openWithoutAccount > 0) {
            tell("Missing", "%d open deals have no account".formatted(openWithoutAccount));
        }
    }

    private void tell(String what, String finding) {
        progress.begin("  " + what, 0);
        progress.end(finding);
    }

    private void know(Map<String, String> ids, String id, String name) {
        ids.put(id, id);
        ids.putIfAbsent(NameKey.of(name), id);
        names.put(id, name);
    }

    private @Nullable Opportunity deal(CsvInput file, long line, List<String> row) {
        try {
            DealStage stage = DealStage.valueOf(row.get(4).strip().toUpperCase(Locale.ROOT));
            boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
            String product = found(products, "product", row.get(2));
            String account = row.get(3).isBlank() ? "" : found(accounts, "account", row.get(3));
            String rep = row.get(1).isBlank() ? "" : found(reps, "agent", row.get(1));
            double value = row.get(7).isBlank() ? 0 : ColumnProfile.number(row.get(7));
            if (Double.isNaN(value) || value < 0) {
                throw new IllegalArgumentException("The value (%s) must be 0 or more.".formatted(row.get(7)));
            }
            return Opportunity.of(row.get(0).strip())
                    .accountId(account)
                    .productId(product)
                    .repId(rep)
                    .stage(stage)
                    .engageDay(day(row.get(5)))
                    .closeDay(closed ? day(row.get(6)) : Opportunity.NOT_YET)
                    .amount(closed ? value : Double.NaN)
                    .build();
        } catch (IllegalArgumentException | DateTimeException e) {
            badRows.refuse(
                    file.name(),
                    line,
                    "row",
                    String.join(",", row),
                    String.valueOf(e.getMessage()),
                    "Correct the row.");
            return null;
        }
    }

    private String found(Map<String, String> ids, String what, String text) {
        String written = text.strip();
        String id = ids.get(written);
        if (id == null) {
            id = ids.get(NameKey.of(written));
        }
        if (id == null) {
            throw new IllegalArgumentException("There is no %s called (%s).".formatted(what, written));
        }
        String name = names.get(id);
        if (!written.equals(name) && !written.equals(id)) {
            repaired.merge("%s %s is %s".formatted(what, written, name), 1L, Long::sum);
        }
        return id;
    }

    private static long day(String text) {
        if (text.isBlank()) {
            return Opportunity.NOT_YET;
        }
        String written = text.strip();
        return (written.contains("/") ? LocalDate.parse(written, AMERICAN) : LocalDate.parse(written)).toEpochDay();
    }

    private void add(Opportunity deal) {
        String id = deal.opportunityId();
        target.add(CacheNames.OPPORTUNITY, id, deal);
        int step = 1;
        if (deal.engageDay() != Opportunity.NOT_YET) {
            target.add(
                    CacheNames.STAGE_HISTORY,
                    new StageHistoryKey(id, step++),
                    new StageHistory(DealStage.ENGAGING, deal.engageDay()));
        }
        if (deal.closeDay() != Opportunity.NOT_YET) {
            target.add(
                    CacheNames.STAGE_HISTORY,
                    new StageHistoryKey(id, step),
                    new StageHistory(deal.stage(), deal.closeDay()));
        }
        stored++;
        if (deal.isOpen() && deal.accountId().isEmpty()) {
            openWithoutAccount++;
        }
    }

    /** Returns the columns of a file for {@link #COLUMNS} under a mapping. */
    public static List<String> columns(Map<String, String> mapping) {
        for (String field : mapping.keySet()) {
            if (!COLUMNS.contains(field)) {
                throw new NqbaException(
                        ErrorCode.INVALID_REQUEST,
                        "The --map (%s) names no field of a deal.".formatted(field),
                        "Use one of %s.".formatted(COLUMNS));
            }
        }
        return COLUMNS.stream().map(field -> mapping.getOrDefault(field, field)).toList();
    }
}
