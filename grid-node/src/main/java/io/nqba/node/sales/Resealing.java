package io.nqba.node.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.PersonalData;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.node.load.ProgressLine;
import io.nqba.privacy.PersonalVault;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/**
 * Changes the key that seals persons: makes a new one, seals every row again with it, then destroys the old ones but the last: a console
 * notices the new key up to two seconds later, so the last one goes with the next rotation. A row that somebody writes meanwhile is
 * taken again; when it broke off, run it again, nothing is lost.
 */
final class Resealing {
    private static final int ROWS_PER_PAGE = 512;

    private final Ignite ignite;
    private final PersonalVault vault;
    private final ProgressLine progress;

    Resealing(Ignite ignite, PersonalVault vault, ProgressLine progress) {
        this.ignite = ignite;
        this.vault = vault;
        this.progress = progress;
    }

    /** Returns how many rows were sealed again. */
    long rotate() {
        progress.begin("Sealing again", 0);
        int before = vault.keyId();
        int key = vault.rotate();
        long leads = all(CacheNames.LEAD, this::lead);
        long contacts = all(CacheNames.CONTACT, this::contact);
        long activities = all(CacheNames.ACTIVITY, this::activity);
        long messages = all(CacheNames.OUTBOX_MESSAGE, this::message);
        List<Integer> destroyed = vault.destroyAllBut(Set.of(before, key));
        progress.end("%d leads, %d contacts, %d activities, %d messages; keys destroyed: %d"
                .formatted(leads, contacts, activities, messages, destroyed.size()));
        return leads + contacts + activities + messages;
    }

    /** Goes over a cache until no row is left that needs another key than the present one. */
    private <K, V> long all(String name, BiFunction<K, V, @Nullable V> sealedAgain) {
        IgniteCache<K, V> cache = ignite.cache(name);
        long changed = 0;
        long lost;
        do {
            lost = 0;
            try (var rows = cache.query(new ScanQuery<K, V>().setPageSize(ROWS_PER_PAGE))) {
                for (Cache.Entry<K, V> row : rows) {
                    V next = sealedAgain.apply(row.getKey(), row.getValue());
                    if (next == null) {
                        continue;
                    }
                    if (cache.replace(row.getKey(), row.getValue(), next)) {
                        changed++;
                        progress.advance(1);
                    } else {
                        lost++;
                    }
                }
            }
        } while (lost > 0);
        return changed;
    }

    private @Nullable Lead lead(String leadId, Lead lead) {
        if (isPresent(lead.person())) {
            return null;
        }
        return lead.toBuilder()
                .person(vault.sealLead(leadId, vault.openLead(leadId, lead.person())))
                .build();
    }

    private @Nullable Contact contact(ContactKey key, Contact contact) {
        if (isPresent(contact.person())) {
            return null;
        }
        PersonalData person = vault.sealContact(key, vault.openContact(key, contact.person()));
        return new Contact(person, contact.emailHash(), contact.role(), contact.revision());
    }

    private @Nullable Activity activity(ActivityKey key, Activity activity) {
        if (activity.keyId() == 0 || activity.keyId() == vault.keyId()) {
            return null;
        }
        byte[] text = vault.sealText(key, vault.openText(key, activity.text()));
        return activity.sealedAgain(text, PersonalVault.keyId(text));
    }

    private @Nullable OutboxMessage message(OutboxMessageKey key, OutboxMessage message) {
        if (message.keyId() == 0 || message.keyId() == vault.keyId()) {
            return null;
        }
        byte[] address = again(key, "address", message.address());
        return message.toBuilder()
                .address(address)
                .subject(again(key, "subject", message.subject()))
                .text(again(key, "text", message.text()))
                .keyId(PersonalVault.keyId(address))
                .build();
    }

    private byte[] again(OutboxMessageKey key, String part, byte[] sealed) {
        return vault.sealMessage(key, part, vault.openMessage(key, part, sealed));
    }

    private boolean isPresent(PersonalData person) {
        return person.isEmpty() || person.keyId() == vault.keyId();
    }
}
