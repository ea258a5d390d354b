package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nqba.intake.CsvInput;
import io.nqba.intake.CsvSource;
import io.nqba.intake.sales.DealImport;
import io.nqba.intake.sales.LeadFile;
import io.nqba.intake.sales.LeadImport;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.Outcome;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.GridTarget;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.testing.GridFixture;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesImportIT {
    private static final String LEADS = """
            Full name;Mail;Firm;visits;industry;won
            Ada Holm;ada@quay.example;Quay Corp.;3;retail;yes
            Eve Frost;eve@pier.example;Pier Inc;many;retail;no
            Max Vale;;;4;unknown;no
            Ida Lind;ida@quay.example;QUAY Corporation;5;health;perhaps
            too;few
            Leo Nash;leo@dock.example;Dock;;health;
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    private final StringWriter shown = new StringWriter();
    private final ProgressLine progress = new ProgressLine(new PrintWriter(shown), false, System::nanoTime);

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void goodLeadsOfAPlainFileAreStoredAndBadOnesListed() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), numbered());
        Map<String, String> mapping = Map.of("name", "Full name", "email", "Mail", "company", "Firm", "outcome", "won");
        Path report = directory.resolve("report.csv");
        PersonalVault vault = vault();

        try (BadRows badRows = new BadRows(report)) {
            LeadFile leads = LeadFile.plain(
                    CsvInput.of(file), ';', "plain", mapping, CsvSource.header(CsvInput.of(file), ';'), 1_000);
            assertThat(load(leads, badRows)).isEqualTo(43);
            assertThat(badRows.refused()).isEqualTo(3);
        }

        assertThat(Files.readString(report))
                .contains("leads.csv,3,visits,many,It is no number.")
                .contains("The outcome (perhaps) must be yes or no.")
                .contains("It has 2 columns, the header has 6.");
        LeadSchema schema = Objects.requireNonNull(
                grid.ignite().<String, LeadSchema>cache(CacheNames.LEAD_SCHEMA).get("plain"));
        assertThat(schema.names()).containsExactly("visits", "industry");
        assertThat(schema.kinds()).containsExactly(FeatureKind.NUMBER, FeatureKind.CATEGORY);
        assertThat(schema.words(1)).containsExactly("health", "retail");
        assertThat(shown.toString()).contains("industry: ", "% unknown, 2 words");
        Lead ada = lead("plain", vault.emailHash("ADA@quay.example"));
        assertThat(vault.openLead(ada.leadId(), ada.person()))
                .isEqualTo(new Person("Ada Holm", "ada@quay.example", ""));
        assertThat(ada.outcome()).isEqualTo(Outcome.WON);
        assertThat(ada.values()).containsExactly(3, 1);
        assertThat(ada.companyKey()).isEqualTo("quay");
        Lead leo = lead("plain", vault.emailHash("leo@dock.example"));
        assertThat(leo.values()).containsExactly(Double.NaN, 0);
        assertThat(leo.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        BadRows none = new BadRows(directory.resolve("none.csv"));
        LeadFile lacking = LeadFile.plain(CsvInput.of(file), ',', "x", Map.of("email", "mail"), List.of("a", "b"), 0);
        assertThatThrownBy(() -> load(lacking, none))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("has no column (mail); it has (a,b)");
        assertThatThrownBy(() -> LeadFile.plain(CsvInput.of(file), ',', "x", Map.of("shoe", "a"), List.of("a"), 0))
                .hasMessageContaining("The --map (shoe) must name one of");
        assertThatThrownBy(() -> DealImport.columns(Map.of("shoe", "a"))).hasMessageContaining("(shoe)");
    }

    @Test
    void filesThatAreNoTableAreRefused() throws IOException {
        Path latin = Files.write(
                directory.resolve("latin.csv"), new byte[] {'a', ',', 'b', '\n', (byte) 0xfc, ',', '1', '\n'});
        Path twice = Files.writeString(directory.resolve("twice.csv"), "a,b,a\n1,2,3\n");
        Path marked = Files.writeString(directory.resolve("marked.csv"), "\uFEFFa,b\n1,2\n");

        assertThatThrownBy(() -> CsvSource.header(CsvInput.of(twice), ','))
                .hasMessageContaining("two columns called (a)");
        assertThatThrownBy(() -> new CsvSource(latin, List.of("a"))
                        .forEach(new BadRows(directory.resolve("none.csv")), bytes -> {}, (line, row) -> {}))
                .hasMessageContaining("is not written in UTF-8")
                .hasMessageContaining("CSV UTF-8");
        assertThat(CsvSource.header(CsvInput.of(marked), ',')).containsExactly("a", "b");
    }

    @Test
    void theBankSetKeepsItsOrderAndItsShare() {
        Path file = data("sigma/bank/bank-additional-full.csv");

        try (BadRows badRows = new BadRows(directory.resolve("bank-report.csv"))) {
            assertThat(load(LeadFile.bank(CsvInput.of(file)), badRows)).isEqualTo(41_188);
            assertThat(badRows.refused()).isZero();
        }

        LeadSchema schema = Objects.requireNonNull(
                grid.ignite().<String, LeadSchema>cache(CacheNames.LEAD_SCHEMA).get("bank"));
        assertThat(schema.width()).isEqualTo(20);
        assertThat(schema.kinds()[schema.indexOf("duration")]).isEqualTo(FeatureKind.NUMBER);
        assertThat(schema.words(schema.indexOf("marital"))).containsExactly("divorced", "married", "single");
        assertThat(count("LEAD WHERE SCHEMA_ID = 'bank' AND CAST(OUTCOME AS VARCHAR) = 'WON'"))
                .isEqualTo(4_640);
        // The first 70 % by time: 5.6 % of them buy; of the rest 24.6 %.
        long split = LeadFile.bank(CsvInput.of(file)).firstMillis()
                + 28_831 * LeadFile.bank(CsvInput.of(file)).stepMillis();
        long early = count("LEAD WHERE SCHEMA_ID = 'bank' AND CREATED_AT_MILLIS < " + split);
        long earlyWon = count(
                "LEAD WHERE SCHEMA_ID = 'bank' AND CAST(OUTCOME AS VARCHAR) = 'WON' AND CREATED_AT_MILLIS < " + split);
        assertThat(early).isEqualTo(28_831);
        assertThat(earlyWon / (double) early).isBetween(0.055, 0.057);
    }

    @Test
    void theCrmSetIsRepairedAndToldWhatIsMissing() {
        Path folder = data("sigma/crm/sales_pipeline.csv").getParent();

        try (BadRows badRows = new BadRows(directory.resolve("crm-report.csv"))) {
            new CrmImport(grid.ignite(), progress, badRows).load(Objects.requireNonNull(folder), 70);
            assertThat(badRows.refused()).isZero();
        }

        assertThat(count("OPPORTUNITY")).isEqualTo(8_800);
        assertThat(count("ACCOUNT")).isEqualTo(85);
        assertThat(count("SALES_REP")).isEqualTo(35);
        assertThat(count("PRODUCT")).isEqualTo(7);
        assertThat(count("OPPORTUNITY WHERE CAST(STAGE AS VARCHAR) IN ('PROSPECTING', 'ENGAGING')"))
                .isEqualTo(2_089);
        assertThat(count("OPPORTUNITY WHERE PRODUCT_ID = 'gtx-pro'")).isEqualTo(1_480);
        assertThat(shown.toString())
                .contains("product GTXPro is GTX Pro in 1480 rows", "1425 open deals have no account")
                .contains("technolgy is technology in 12 rows");
        assertThat(count("ACCOUNT A JOIN OPPORTUNITY O ON O.ACCOUNT_ID = A.ACCOUNT_ID WHERE A.NAME_KEY = ''"))
                .isZero();
    }

    /** Enough good rows that three bad ones do not make a column of numbers one of words. */
    private static String numbered() {
        StringBuilder text = new StringBuilder(LEADS);
        for (int i = 0; i < 40; i++) {
            text.append("P %d;p%d@pier.example;Pier %d;%d;retail;no%n".formatted(i, i, i, i));
        }
        return text.toString();
    }

    private long load(LeadFile file, BadRows badRows) {
        try (GridTarget target = new GridTarget(grid.ignite())) {
            return new LeadImport(target, vault(), progress, file, badRows).load();
        }
    }

    private static PersonalVault vault() {
        return SalesKeys.open(grid.ignite(), directory.resolve("keys"));
    }

    private static Path data(String name) {
        String data = System.getenv("NQBA_DATA");
        Path file = Path.of(data == null ? "../../shared/data" : data, name);
        assumeTrue(Files.isRegularFile(file), "No data set " + name + ": set NQBA_DATA");
        return file;
    }

    private static Lead lead(String schemaId, String emailHash) {
        Object id = grid.ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT LEAD_ID FROM LEAD WHERE SCHEMA_ID = ? AND EMAIL_HASH = ?")
                        .setArgs(schemaId, emailHash))
                .getAll()
                .get(0)
                .get(0);
        return Objects.requireNonNull(
                grid.ignite().<Object, Lead>cache(CacheNames.LEAD).get(id));
    }

    private static long count(String from) {
        return (Long) grid.ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT COUNT(*) FROM " + from).setDistributedJoins(true))
                .getAll()
                .get(0)
                .get(0);
    }
}
