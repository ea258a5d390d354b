package io.nqba.node.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NodeSettingsTest {
    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        NodeSettings settings = NodeSettings.read(variable -> null);

        for (Setting setting : Setting.values()) {
            assertThat(settings.text(setting)).as(setting.variable()).isEqualTo(setting.defaultValue());
        }
        assertThat(settings.text(Setting.BIND)).isEqualTo("127.0.0.1");
        assertThat(settings.whole(Setting.CLIENT_PORT)).isEqualTo(10_800);
        assertThat(settings.whole(Setting.BACKUPS)).isEqualTo(1);
        assertThat(settings.flag(Setting.PERSISTENCE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultPassesItsOwnCheck(Setting setting) {
        assertThat(NodeSettings.read(variable -> null).with(setting, setting.defaultValue()))
                .isNotNull();
    }

    @Test
    void theEnvironmentChangesASetting() {
        NodeSettings settings = NodeSettings.read(Map.of("NQBA_CLIENT_PORT", " 11800 ")::get);

        assertThat(settings.whole(Setting.CLIENT_PORT)).isEqualTo(11_800);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NQBA_CLIENT_PORT | abc | be a port between 0 and 65535",
                "NQBA_CLIENT_PORT | 65536 | be a port between 0 and 65535",
                "NQBA_HTTP_PORT | -1 | be a port between 0 and 65535",
                "NQBA_NODE_NAME | a/b | be 1 to 64 letters, digits, dots, hyphens or underscores",
                "NQBA_PERSISTENCE | yes | be true or false",
                "NQBA_DISCOVERY | multicast | be static or kubernetes",
                "NQBA_WAL_MODE | none | be FSYNC, LOG_ONLY or BACKGROUND",
                "NQBA_REGION_MB | 63 | be a whole number of MB between 64 and 16000000",
                "NQBA_BACKUPS | 1.5 | be a whole number between 0 and 1000000",
                "NQBA_PARTITIONS | 0 | be a whole number between 1 and 1000000",
                "NQBA_WORK | '' | be the path of a directory",
            })
    void aBadValueIsRefusedByNameValueAndRule(String variable, String value, String rule) {
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> NodeSettings.read(Map.of(variable, value)::get))
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING);
                    assertThat(error.problem()).isEqualTo("The %s (%s) must %s.".formatted(variable, value, rule));
                    assertThat(error.remedy()).contains(variable);
                });
    }
}
