package org.dongvon.ledger.seal;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.ledger.seal.Seal.Contents;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The step that ends the day: seals it in the transaction that opens the next one. Every posting holds the office's
 * business day shared and the close holds it alone, so all journals of the day are committed and none can follow.
 *
 * <p>Days of books older than their first seal are sealed with it, each by itself.
 */
@Component
class SealStep implements DailyStep {

    private static final String UNSEALED = """
            select distinct j.business_date
              from ledger.journal j
             where j.office_id = :office and j.business_date > :after and j.business_date < :day
             order by j.business_date
            """;

    private static final LocalDate BEFORE_ALL_BOOKS = LocalDate.of(1900, 1, 1);

    private final BookReader reader;
    private final SealBook book;
    private final Signing signing;
    private final Units units;
    private final JdbcClient db;
    private final Transactions transactions;

    SealStep(BookReader reader, SealBook book, Signing signing, Units units, JdbcClient db, Transactions transactions) {
        this.reader = reader;
        this.book = book;
        this.signing = signing;
        this.units = units;
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public List<String> after() {
        return List.of("positions");
    }

    @Override
    public boolean endsTheDay() {
        return true;
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        return seal(officeId, day, day);
    }

    @Override
    public void quiet(Actor actor, long officeId, LocalDate first, LocalDate last) {
        seal(officeId, first, last);
    }

    /** Seals days up to the last; what is sealed already stays as it is. */
    private long seal(long officeId, LocalDate first, LocalDate last) {
        var office = new Office(officeId, units.get(officeId).code());
        var before = book.last(officeId).map(seal -> seal.period().to()).orElse(BEFORE_ALL_BOOKS);
        if (!before.isBefore(last)) {
            return 0;
        }
        var olderDays = db.sql(UNSEALED)
                .param("office", officeId)
                .param("after", before)
                .param("day", first)
                .query((row, n) -> row.getObject("business_date", LocalDate.class))
                .list();
        for (var day : olderDays) {
            sealNext(office, day, day);
        }
        return sealNext(office, first, last);
    }

    /** Seals the days after the seal before, and no earlier than {@code first} where there is none. */
    private long sealNext(Office office, LocalDate first, LocalDate last) {
        var before = book.last(office.id());
        var from = before.map(seal -> seal.period().to().plusDays(1)).orElse(first);
        reader.prepare(office.id(), from, last);
        var contents = transactions.asSealer(() -> reader.heads(office, from, last));
        var key = signing.current();
        var unsigned = new Seal(
                new Period(office.code(), from, last),
                before.map(Seal::hash).orElse(Hash.ZERO),
                Contents.of(contents),
                key.number(),
                "");
        var seal = unsigned.signed(signing.sign(key, unsigned.line()));
        return transactions.asSealer(() -> book.add(office.id(), seal, contents));
    }
}
