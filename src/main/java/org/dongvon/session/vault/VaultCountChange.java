package org.dongvon.session.vault;

import java.util.Locale;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The vault counted by notes: a leader or controller counts, the director signs, and the signature books a difference. The
 * subject is the office's code; the book as it was when the notes were counted must still be the book.
 */
@Component
public class VaultCountChange implements VaultRequest {

    public static final String NAME = "session.vault-count";

    private static final String BOOK = "book";
    private static final String COUNTED = "counted";

    private final Units units;
    private final Vaults vaults;
    private final VaultCounts counts;

    VaultCountChange(Units units, Vaults vaults, VaultCounts counts) {
        this.units = units;
        this.vaults = vaults;
        this.counts = counts;
    }

    /** What to ask for: the notes as counted, beside the book of that moment. */
    public static Facts wanted(CashCount count, Dong book) {
        var facts = Facts.none().dong(BOOK, book).dong(COUNTED, count.total());
        for (int denomination : CashCount.DENOMINATIONS) {
            facts = facts.count(note(denomination), count.notes().getOrDefault(denomination, 0));
        }
        return facts;
    }

    private static String note(int denomination) {
        return String.format(Locale.ROOT, "note%d", denomination);
    }

    @Override
    public Units units() {
        return units;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Dong amount(Facts current, Facts wanted) {
        var gap = wanted.dongOf(COUNTED).minus(wanted.dongOf(BOOK)).abs();
        return gap.isPositive() ? gap : null;
    }

    /** The vault has not moved since it was counted: asked again under its lock, when the count is written. */
    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        counts.requireBook(
                wanted.dongOf(BOOK), vaults.balance(units.office(subject).id()));
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none().dong("gap", wanted.dongOf(COUNTED).minus(wanted.dongOf(BOOK)));
    }

    /**
     * Writes the count and books the difference.
     *
     * @throws Refused {@link SessionRefusal#VAULT_MOVED_SINCE}
     */
    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var notes = new TreeMap<Integer, Integer>();
        for (int denomination : CashCount.DENOMINATIONS) {
            notes.put(denomination, Math.toIntExact(wanted.countOf(note(denomination))));
        }
        counts.write(
                approved,
                checker,
                new VaultCounts.Counted(
                        units.office(approved.subject()).id(), new CashCount(notes), wanted.dongOf(BOOK)));
    }

    @Override
    public String form(String subject) {
        return "/vault/count";
    }
}
