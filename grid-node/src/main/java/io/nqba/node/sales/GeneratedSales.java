package io.nqba.node.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.StageHistoryKey;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.ignite.Ignite;

/** Streams a generated book into the grid, lead by lead: the memory it needs does not depend on how many there are. */
final class GeneratedSales {
    private static final int CONTACTS_PER_ACCOUNT = 2;
    private static final List<String> ROLES = List.of("buyer", "head of operations", "managing director", "user");

    private final Ignite ignite;
    private final PersonalVault vault;
    private final ProgressLine progress;

    GeneratedSales(Ignite ignite, PersonalVault vault, ProgressLine progress) {
        this.ignite = ignite;
        this.vault = vault;
        this.progress = progress;
    }

    /** Loads a book. What is there already stays. The schema comes last: where it is, the load was complete. */
    void load(SalesRecipe recipe) {
        long began = System.nanoTime();
        SalesBook book = new SalesBook(recipe);
        progress.begin("Generating " + recipe.prefix(), recipe.leads() + recipe.deals());
        long rows;
        try (RowStreams streams = new RowStreams(ignite, false)) {
            addBook(recipe, book, streams);
            addLeads(recipe, book, streams);
            addDeals(recipe, book, streams);
            rows = streams.rows();
        }
        ignite.cache(CacheNames.LEAD_SCHEMA)
                .put(recipe.prefix(), LeadGenerator.schema(recipe.prefix(), recipe.features()));
        double seconds = (System.nanoTime() - began) / 1e9;
        progress.end(String.format(
                Locale.ROOT,
                "%,d leads, %,d deals, %,d rows in %.1f s (%,.0f rows/s)",
                recipe.leads(),
                recipe.deals(),
                rows,
                seconds,
                rows / Math.max(1e-9, seconds)));
    }

    private void addBook(SalesRecipe recipe, SalesBook book, RowStreams streams) {
        SalesBook.products().forEach(row -> streams.add(CacheNames.PRODUCT, row.productId(), row));
        book.reps().forEach(row -> streams.add(CacheNames.SALES_REP, row.repId(), row));
        book.campaigns().forEach(row -> streams.add(CacheNames.CAMPAIGN, row.campaignId(), row));
        for (int i = 0; i < recipe.accounts(); i++) {
            var account = book.account(i);
            streams.add(CacheNames.ACCOUNT, account.accountId(), account);
            SplittableRandom dice = Dice.at(recipe.seed(), Purpose.SALES_ACCOUNT, i, 1);
            for (int k = 1; k <= CONTACTS_PER_ACCOUNT; k++) {
                ContactKey key = new ContactKey(account.accountId(), "contact-" + k);
                Person person = SalesNames.person(dice, account.name(), -k);
                String role = ROLES.get(dice.nextInt(ROLES.size()));
                streams.add(
                        CacheNames.CONTACT,
                        key,
                        new Contact(vault.sealContact(key, person), vault.emailHash(person.email()), role, 1));
            }
        }
    }

    private void addLeads(SalesRecipe recipe, SalesBook book, RowStreams streams) {
        LeadGenerator leads = new LeadGenerator(recipe, book);
        TimelineGenerator timeline = new TimelineGenerator(recipe);
        for (long i = 0; i < recipe.leads(); i++) {
            LeadGenerator.Draft draft = leads.draft(i);
            Lead lead = draft.lead();
            streams.add(
                    CacheNames.LEAD,
                    lead.leadId(),
                    lead.toBuilder()
                            .person(vault.sealLead(lead.leadId(), draft.person()))
                            .emailHash(vault.emailHash(draft.person().email()))
                            .build());
            if (recipe.activities()) {
                addTimeline(lead, timeline.of(i, lead, draft.person()), streams);
            }
            progress.advance(1);
        }
    }

    private void addTimeline(Lead lead, List<TimelineGenerator.Entry> entries, RowStreams streams) {
        for (int i = 0; i < entries.size(); i++) {
            TimelineGenerator.Entry entry = entries.get(i);
            ActivityKey key = new ActivityKey(lead.leadId(), i + 1);
            byte[] text = vault.sealText(key, entry.text());
            streams.add(
                    CacheNames.ACTIVITY,
                    key,
                    new Activity(
                            entry.kind(),
                            entry.atMillis(),
                            lead.ownerRepId(),
                            text,
                            PersonalVault.keyId(text),
                            entry.dueDay(),
                            entry.done(),
                            1));
        }
    }

    private void addDeals(SalesRecipe recipe, SalesBook book, RowStreams streams) {
        DealGenerator deals = new DealGenerator(recipe, book);
        for (int i = 0; i < recipe.deals(); i++) {
            DealGenerator.Deal deal = deals.deal(i);
            String id = deal.opportunity().opportunityId();
            streams.add(CacheNames.OPPORTUNITY, id, deal.opportunity());
            for (int step = 0; step < deal.steps().size(); step++) {
                streams.add(
                        CacheNames.STAGE_HISTORY,
                        new StageHistoryKey(id, step + 1),
                        deal.steps().get(step));
            }
            progress.advance(1);
        }
    }
}
