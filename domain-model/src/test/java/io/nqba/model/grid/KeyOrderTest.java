package io.nqba.model.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.sales.ContactKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    @Test
    void theOrderIsThatOfTheKeysNotOfTheirComing() {
        Map<ContactKey, Integer> forth = KeyOrder.map();
        Map<ContactKey, Integer> back = KeyOrder.map();
        for (int i = 0; i < 100; i++) {
            forth.put(new ContactKey("a-" + i, "c"), i);
            back.put(new ContactKey("a-" + (99 - i), "c"), i);
        }

        assertThat(forth).hasSize(100);
        assertThat(List.copyOf(forth.keySet())).isEqualTo(List.copyOf(back.keySet()));
    }

    @Test
    void keysWithTheSameHashAreToldApart() {
        Map<String, Integer> rows = KeyOrder.map();
        rows.put("Aa", 1);
        rows.put("BB", 2);

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(rows).containsEntry("Aa", 1).containsEntry("BB", 2);
    }
}
