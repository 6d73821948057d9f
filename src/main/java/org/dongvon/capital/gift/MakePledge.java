package org.dongvon.capital.gift;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes down what somebody promised to give: no money, so that one person does it. */
@Service
class MakePledge {

    private static final String ADD = """
            insert into capital.pledge (campaign_id, point_id, donor, amount, due_on, pledged_on, submission)
            values (:campaign, :point, :donor, :amount, :due, :day, :key)
            returning id
            """;

    private static final int LONGEST_DONOR = 120;

    private final GiftBook book;
    private final BusinessDays days;
    private final Submissions submissions;
    private final JdbcClient db;

    MakePledge(GiftBook book, BusinessDays days, Submissions submissions, JdbcClient db) {
        this.book = book;
        this.days = days;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Keeps a promise; returns its identifier.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_CAMPAIGN}, {@link CapitalRefusal#AMOUNT_NOT_POSITIVE}, {@link
     *     CapitalRefusal#GIFT_WORDS}, {@link CapitalRefusal#CAMPAIGN_DAYS}
     */
    long run(Actor actor, UUID key, String campaign, Promise promise) {
        actor.requireRole(Role.FUND_OFFICER, Role.ACCOUNTANT);
        var content =
                "%s promises %d to %s by %s".formatted(promise.donor, promise.amount.amount(), campaign, promise.due);
        return submissions
                .once(
                        actor,
                        new Submission(key, "capital.MakePledge", content),
                        Made.class,
                        () -> add(key, campaign, promise))
                .pledgeId();
    }

    private Submissions.Done<Made> add(UUID key, String code, Promise promise) {
        var campaign = book.campaign(code);
        var day = days.hold(campaign.place().officeId());
        if (!promise.amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        if (promise.donor.length() < 2 || promise.donor.length() > LONGEST_DONOR) {
            throw new Refused(CapitalRefusal.GIFT_WORDS, LONGEST_DONOR, 80);
        }
        if (promise.due.isBefore(day)) {
            throw new Refused(CapitalRefusal.CAMPAIGN_DAYS, day, promise.due);
        }
        long point = campaign.place().pointId();
        long id = db.sql(ADD)
                .param("campaign", campaign.id())
                .param("point", point)
                .param("donor", promise.donor)
                .param("amount", promise.amount.amount())
                .param("due", promise.due)
                .param("day", day)
                .param("key", key)
                .query(Long.class)
                .single();
        return new Submissions.Done<>(point, day, new Made(id));
    }

    /** Who promises how much by when. */
    record Promise(String donor, Dong amount, LocalDate due) {

        Promise {
            donor = GiftRequest.plain(donor);
        }
    }

    record Made(long pledgeId) {}
}
