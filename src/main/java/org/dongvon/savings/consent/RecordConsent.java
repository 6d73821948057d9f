package org.dongvon.savings.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.savings.Deposits;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes down that a member signed the consent, or took it back: the paper is the second person. */
@Service
public class RecordConsent {

    private static final String LAST = """
            select c.given, c.signed_on
              from savings.debit_consent c
             where c.account_id = :account
             order by c.seq desc
             limit 1
            """;

    private static final String ADD = """
            insert into savings.debit_consent (account_id, seq, point_id, given, signed_on, submission)
            select :account, coalesce(max(c.seq), 0) + 1, :point, :given, :signed, :key
              from savings.debit_consent c
             where c.account_id = :account
            """;

    private final Deposits deposits;
    private final Units units;
    private final BusinessDays days;
    private final Submissions submissions;
    private final JdbcClient db;

    RecordConsent(Deposits deposits, Units units, BusinessDays days, Submissions submissions, JdbcClient db) {
        this.deposits = deposits;
        this.units = units;
        this.days = days;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Keeps the member's word.
     *
     * @throws Refused {@link SavingsRefusal#NO_DEPOSIT_ACCOUNT}, {@link SavingsRefusal#CONSENT_NOT_SIGNED_YET}, {@link
     *     SavingsRefusal#CONSENT_STANDS}
     */
    public void run(Actor actor, UUID key, Word word) {
        actor.requireRole(Role.TELLER, Role.CREDIT_OFFICER);
        var submission = new Submission(key, "savings.RecordConsent", word.content());
        submissions.once(actor, submission, Kept.class, () -> keep(key, word));
    }

    private Submissions.Done<Kept> keep(UUID key, Word word) {
        var account = deposits.lock(List.of(word.memberId())).get(word.memberId());
        if (account == null) {
            throw new Refused(SavingsRefusal.NO_DEPOSIT_ACCOUNT);
        }
        var day = days.hold(units.pointInScope(account.pointId()).officeId());
        if (word.signedOn().isAfter(day)) {
            throw new Refused(SavingsRefusal.CONSENT_NOT_SIGNED_YET, word.signedOn(), day);
        }
        var last = db.sql(LAST)
                .param("account", account.id())
                .query((row, n) -> new Last(row.getBoolean("given"), row.getObject("signed_on", LocalDate.class)))
                .optional()
                .orElse(new Last(false, LocalDate.MIN));
        if (last.given() == word.given() || word.signedOn().isBefore(last.signedOn())) {
            throw new Refused(SavingsRefusal.CONSENT_STANDS);
        }
        db.sql(ADD)
                .param("account", account.id())
                .param("point", account.pointId())
                .param("given", word.given())
                .param("signed", word.signedOn())
                .param("key", key)
                .update();
        return new Submissions.Done<>(account.pointId(), day, new Kept(account.id()));
    }

    /** What a member signed on a day: consent, or its end. */
    public record Word(long memberId, boolean given, LocalDate signedOn) {

        String content() {
            return memberId + " " + given + " " + signedOn;
        }
    }

    private record Last(boolean given, LocalDate signedOn) {}

    record Kept(long accountId) {}
}
