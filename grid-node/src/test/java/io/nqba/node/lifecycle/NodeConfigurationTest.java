package io.nqba.node.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.kubernetes.TcpDiscoveryKubernetesIpFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigurationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(NQBA_[A-Z_]+):([^}]*)}");
    private static final NodeSettings DEFAULTS = NodeSettings.read(variable -> null);

    /** Not of Ignite: read by the node itself after it has joined. */
    private static final String[] OUTSIDE_XML = {
        "NQBA_BASELINE_ADJUST_MILLIS",
        "NQBA_DATA_DIR",
        "NQBA_DEMO",
        "NQBA_DEMO_MODELS",
        "NQBA_ENGAGEMENT",
        "NQBA_HTTP_PORT",
        "NQBA_KEYS"
    };

    @Test
    void theFileAndTheSettingsNameTheSameVariablesWithTheSameDefaults() throws IOException {
        Map<String, String> inXml = new TreeMap<>();
        Matcher matcher = PLACEHOLDER.matcher(Files.readString(ROOT.resolve("config/ignite/node.xml")));
        while (matcher.find()) {
            inXml.put(matcher.group(1), matcher.group(2));
        }

        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            settings.put(setting.variable(), setting.defaultValue());
        }
        for (String variable : OUTSIDE_XML) {
            settings.remove(variable);
        }
        assertThat(inXml).isEqualTo(settings);
    }

    @Test
    void theDocumentListsEverySettingWithItsDefaultAndMeaning() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/settings.md"));

        for (Setting setting : Setting.values()) {
            String shown = setting.defaultValue().isEmpty() ? "empty" : "`" + setting.defaultValue() + "`";
            assertThat(document).contains("| `%s` | %s | %s |".formatted(setting.variable(), shown, setting.meaning()));
        }
        for (ExitCode code : ExitCode.values()) {
            assertThat(document).contains("| %d | %s |".formatted(code.code(), code));
        }
    }

    @Test
    void settingsReachIgnite() {
        NodeSettings settings = DEFAULTS.with(Setting.NODE_NAME, "north-1")
                .with(Setting.CLIENT_PORT, "11800")
                .with(Setting.REGION_MB, "64")
                .with(Setting.WAL_SEGMENT_MB, "8")
                .with(Setting.FAILURE_DETECTION_MILLIS, "1500");

        try (var context = NodeConfiguration.load(settings, null)) {
            IgniteConfiguration configuration = context.getBean(IgniteConfiguration.class);
            DataStorageConfiguration storage = configuration.getDataStorageConfiguration();

            assertThat(configuration.getConsistentId()).isEqualTo("north-1");
            assertThat(configuration.getClientConnectorConfiguration().getPort())
                    .isEqualTo(11_800);
            assertThat(configuration.getFailureDetectionTimeout()).isEqualTo(1_500);
            assertThat(storage.getDefaultDataRegionConfiguration().getMaxSize()).isEqualTo(64L << 20);
            assertThat(storage.getDefaultDataRegionConfiguration().isPersistenceEnabled())
                    .isTrue();
            assertThat(storage.getWalSegmentSize()).isEqualTo(8 << 20);
            assertThat(configuration.getFailureHandler()).isInstanceOf(HaltOnFailure.class);
        }
    }

    @Test
    void kubernetesDiscoveryIsASetting() {
        NodeSettings settings = DEFAULTS.with(Setting.DISCOVERY, "kubernetes");

        try (var context = NodeConfiguration.load(settings, null)) {
            TcpDiscoverySpi discovery =
                    (TcpDiscoverySpi) context.getBean(IgniteConfiguration.class).getDiscoverySpi();

            assertThat(discovery.getIpFinder()).isInstanceOf(TcpDiscoveryKubernetesIpFinder.class);
        }
    }

    @Test
    void aMissingFileIsRefusedByName() {
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> NodeConfiguration.load(DEFAULTS, Path.of("nowhere.xml")))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING))
                .withMessageContaining("nowhere.xml");
    }

    @Test
    void aFileThatIsNoSpringXmlIsRefusedByName(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("broken.xml"), "<beans");

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> NodeConfiguration.load(DEFAULTS, file))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING))
                .withMessageContaining("broken.xml");
    }
}
