package io.nqba.intake.sales;

import io.nqba.intake.CsvSource;
import io.nqba.intake.ImportWatch;
import io.nqba.intake.Refusals;
import io.nqba.intake.RowTarget;
import io.nqba.intake.sales.LeadFile.Field;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Outcome;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads leads from a file: once to see what its columns hold, once to store them. Bad rows are left out and reported one by one; what the
 * file looks like as a whole is told column by column.
 */
public final class LeadImport {
    private static final Set<String> WON = Set.of("yes", "y", "true", "1", "won", "converted");
    private static final Set<String> LOST = Set.of("no", "n", "false", "0", "lost");

    /** For a first look at what a second reading will report. */
    private static final Refusals NOWHERE = new Refusals() {
        @Override
        public void refuse(String file, long line, String field, String value, String problem, String remedy) {
            // Told in the second reading.
        }

        @Override
        public long refused() {
            return 0;
        }
    };

    private final RowTarget target;
    private final PersonalVault vault;
    private final ImportWatch progress;
    private final LeadFile file;
    private final Refusals badRows;
    private final List<String> header;
    private final List<String> features = new ArrayList<>();
    private long rows;
    private long stored;

    public LeadImport(RowTarget target, PersonalVault vault, ImportWatch progress, LeadFile file, Refusals badRows) {
        this.target = target;
        this.vault = vault;
        this.progress = progress;
        this.file = file;
        this.badRows = badRows;
        this.header = CsvSource.header(file.input(), file.separator());
    }

    /** Returns how many leads were stored. */
    public long load() {
        for (String column : file.columns().values()) {
            if (!header.contains(column)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The file (%s) has no column (%s); it has (%s)."
                                .formatted(file.input().label(), column, String.join(",", header)),
                        "Name a column of the file with --map.");
            }
        }
        LeadSchema known = target.find(LeadSchema.class, CacheNames.LEAD_SCHEMA, file.schemaId());
        LeadSchema schema = known == null ? profile() : known;
        features.clear();
        features.addAll(List.of(schema.names()));
        store(schema);
        target.keep(CacheNames.LEAD_SCHEMA, schema.schemaId(), schema);
        return stored;
    }

    /** Looks at every column that is no field. */
    private LeadSchema profile() {
        List<String> columns = header.stream()
                .filter(column -> !file.columns().containsValue(column))
                .toList();
        List<ColumnProfile> profiles =
                columns.stream().map(column -> new ColumnProfile()).toList();
        progress.begin("Looking at " + file.input().name(), size());
        new CsvSource(file.input(), columns, file.separator()).forEach(NOWHERE, progress::advance, (line, row) -> {
            for (int i = 0; i < row.size(); i++) {
                profiles.get(i).add(row.get(i), file.known(row.get(i)));
            }
        });
        progress.end(columns.size() + " columns");
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            progress.begin("  " + columns.get(i), 0);
            progress.end(profiles.get(i).summary());
            if (!profiles.get(i).isText()) {
                used.add(i);
            }
        }
        return new LeadSchema(
                file.schemaId(),
                used.stream().map(columns::get).toArray(String[]::new),
                used.stream()
                        .map(i -> profiles.get(i).isNumber() ? FeatureKind.NUMBER : FeatureKind.CATEGORY)
                        .toArray(FeatureKind[]::new),
                used.stream()
                        .map(i -> profiles.get(i).isNumber()
                                ? new String[0]
                                : profiles.get(i).words().toArray(String[]::new))
                        .toArray(String[][]::new),
                used.stream().map(i -> "").toArray(String[]::new),
                file.target());
    }

    private void store(LeadSchema schema) {
        long began = System.nanoTime();
        List<String> columns = new ArrayList<>(features);
        List<Field> fields = new ArrayList<>(new TreeSet<>(file.columns().keySet()));
        fields.forEach(field -> columns.add(file.columns().get(field)));
        progress.begin("Loading " + file.input().name(), size());
        new CsvSource(file.input(), columns, file.separator()).forEach(badRows, progress::advance, (line, row) -> {
            rows++;
            Lead lead = lead(line, row, schema, fields);
            if (lead != null) {
                target.add(CacheNames.LEAD, lead.leadId(), lead);
                stored++;
            }
        });
        target.flush();
        double seconds = (System.nanoTime() - began) / 1e9;
        progress.end(String.format(
                Locale.ROOT,
                "%,d leads in %.1f s, %,d rows refused, schema %s",
                stored,
                seconds,
                badRows.refused(),
                schema.schemaId()));
    }

    private @Nullable Lead lead(long line, List<String> row, LeadSchema schema, List<Field> fields) {
        double[] values = new double[schema.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(schema, i, row.get(i));
            if (Double.isNaN(values[i]) && file.known(row.get(i))) {
                boolean number = schema.kinds()[i] == FeatureKind.NUMBER;
                badRows.refuse(
                        file.input().name(),
                        line,
                        schema.names()[i],
                        row.get(i),
                        number ? "It is no number." : "It is none of the words of the schema.",
                        number
                                ? "Write a number with a point, or leave it empty."
                                : "Use one of " + schema.words(i) + ".");
                return null;
            }
        }
        List<String> told = row.subList(values.length, row.size());
        try {
            return new Fields(fields, told).lead(line, values);
        } catch (IllegalArgumentException | DateTimeException e) {
            badRows.refuse(
                    file.input().name(),
                    line,
                    "row",
                    String.join(",", told),
                    String.valueOf(e.getMessage()),
                    "Correct the row.");
            return null;
        }
    }

    private double value(LeadSchema schema, int feature, String text) {
        if (!file.known(text)) {
            return Double.NaN;
        }
        if (schema.kinds()[feature] == FeatureKind.NUMBER) {
            return ColumnProfile.number(text);
        }
        int word = schema.words(feature).indexOf(text.strip());
        return word < 0 ? Double.NaN : word;
    }

    private long size() {
        return file.input().bytes();
    }

    /** The fields of one row. */
    private final class Fields {
        private final List<Field> fields;
        private final List<String> texts;

        Fields(List<Field> fields, List<String> texts) {
            this.fields = fields;
            this.texts = texts;
        }

        Lead lead(long line, double[] values) {
            String given = text(Field.ID);
            String id = given.isEmpty() ? id(line) : given;
            String company = text(Field.COMPANY);
            Outcome outcome = outcome();
            Person person = new Person(text(Field.NAME), text(Field.EMAIL), text(Field.PHONE));
            return Lead.of(id)
                    .schemaId(file.schemaId())
                    .values(values)
                    .company(company)
                    .companyKey(NameKey.of(company))
                    .person(vault.sealLead(id, person))
                    .emailHash(vault.emailHash(person.email()))
                    .source(text(Field.SOURCE).isEmpty() ? file.schemaId() : text(Field.SOURCE))
                    .territory(text(Field.TERRITORY))
                    .language(text(Field.LANGUAGE))
                    .productId(Slug.of(text(Field.PRODUCT)))
                    .amount(amount(Field.AMOUNT))
                    .workHours(amount(Field.HOURS))
                    .ownerRepId(Slug.of(text(Field.OWNER)))
                    .outcome(outcome)
                    .status(
                            switch (outcome) {
                                case WON -> LeadStatus.CONVERTED;
                                case LOST -> LeadStatus.LOST;
                                case UNKNOWN -> LeadStatus.NEW;
                            })
                    .createdAtMillis(created())
                    .build();
        }

        /** By file and line: the same file twice changes nothing, another file adds its leads. */
        private String id(long line) {
            CRC32 name = new CRC32();
            name.update(file.input().name().getBytes(StandardCharsets.UTF_8));
            return "%s-%08x-%07d".formatted(file.schemaId(), name.getValue(), line);
        }

        private Outcome outcome() {
            String text = text(Field.OUTCOME).toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return Outcome.UNKNOWN;
            }
            if (!WON.contains(text) && !LOST.contains(text)) {
                throw new IllegalArgumentException("The outcome (%s) must be yes or no.".formatted(text));
            }
            return WON.contains(text) ? Outcome.WON : Outcome.LOST;
        }

        private double amount(Field field) {
            String text = text(field);
            double value = text.isEmpty() ? 0 : ColumnProfile.number(text);
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("The %s (%s) must be a number.".formatted(field, text));
            }
            return value;
        }

        private long created() {
            String text = text(Field.CREATED);
            if (text.isEmpty()) {
                return file.firstMillis() + (rows - 1) * file.stepMillis();
            }
            return text.contains("T")
                    ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        }

        private String text(Field field) {
            int place = fields.indexOf(field);
            return place < 0 || !file.known(texts.get(place))
                    ? ""
                    : texts.get(place).strip();
        }
    }
}
