package io.nqba.bench;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteDataStreamer;

/** The bank marketing set with all its features, the call's duration included: one lead per contact, a minute apart in the order of the file. */
final class BankLeads {
    static final String SCHEMA = "bank-bench";
    private static final long FIRST_MILLIS = 1_209_600_000_000L;
    /** What the set writes where nobody was contacted before. */
    private static final double NEVER_BEFORE = 999;

    private final List<String[]> rows;
    private final LeadSchema schema;

    private BankLeads(List<String[]> rows, LeadSchema schema) {
        this.rows = rows;
        this.schema = schema;
    }

    static BankLeads read(Path data) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("sigma/bank/bank-additional-full.csv"))) {
            rows.add(line.replace("\"", "").split(";", -1));
        }
        String[] header = rows.remove(0);
        int width = header.length - 1;
        String[] names = new String[width];
        FeatureKind[] kinds = new FeatureKind[width];
        String[][] categories = new String[width][0];
        String[] units = new String[width];
        for (int j = 0; j < width; j++) {
            names[j] = header[j].replace('.', '_');
            units[j] = "";
            boolean number = rows.get(0)[j].matches("-?[0-9.]+");
            kinds[j] = number ? FeatureKind.NUMBER : FeatureKind.CATEGORY;
            if (!number) {
                var words = new TreeSet<String>();
                for (String[] row : rows) {
                    words.add(row[j]);
                }
                categories[j] = words.toArray(String[]::new);
            }
        }
        return new BankLeads(rows, new LeadSchema(SCHEMA, names, kinds, categories, units, "subscribed"));
    }

    void load(Ignite ignite) {
        ignite.cache(CacheNames.LEAD_SCHEMA).put(SCHEMA, schema);
        try (IgniteDataStreamer<String, Lead> stream = ignite.dataStreamer(CacheNames.LEAD)) {
            for (int k = 0; k < rows.size(); k++) {
                Lead lead = lead(k);
                stream.addData(lead.leadId(), lead);
            }
        }
    }

    private Lead lead(int number) {
        String[] row = rows.get(number);
        double[] values = new double[schema.width()];
        for (int j = 0; j < values.length; j++) {
            values[j] = schema.kinds()[j] == FeatureKind.NUMBER
                    ? Double.parseDouble(row[j])
                    : schema.words(j).indexOf(row[j]);
        }
        int before = schema.indexOf("pdays");
        values[before] = values[before] == NEVER_BEFORE ? Double.NaN : values[before];
        boolean won = row[row.length - 1].equals("yes");
        return Lead.of("bank-%05d".formatted(number))
                .schemaId(SCHEMA)
                .values(values)
                .status(won ? LeadStatus.CONVERTED : LeadStatus.LOST)
                .outcome(won ? Outcome.WON : Outcome.LOST)
                .createdAtMillis(FIRST_MILLIS + 60_000L * number)
                .build();
    }
}
