package org.dongvon.capital.gift;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A campaign is opened by the maker's office. The subject is its code. */
@Component
class CampaignChange implements CapitalRequest {

    static final String NAME = "capital.campaign";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_THANKS = 400;
    private static final int SHORTEST = 3;

    private static final String KNOWN = """
            select exists (select from capital.campaign_totals() t where t.code = :code)
            """;

    private static final String ADD = """
            insert into capital.campaign (point_id, code, name_vi, name_en, thanks_vi, thanks_en, goal, starts_on, ends_on, document_id, submission)
            select :point, :code, :name_vi, :name_en, :thanks_vi, :thanks_en, cast(:goal as bigint), :from, :through,
                   (select d.id from document.document d where d.code = :document), :submission
            """;

    private final JdbcClient db;
    private final PointsAndDays points;

    CampaignChange(JdbcClient db, PointsAndDays points) {
        this.db = db;
        this.points = points;
    }

    static Facts wanted(Label name, Label thanks, @Nullable Dong goal, LocalDate from, LocalDate through) {
        return Facts.none()
                .text("name-vi", GiftRequest.plain(name.vi()))
                .text("name-en", GiftRequest.plain(name.en()))
                .text("thanks-vi", GiftRequest.plain(thanks.vi()))
                .text("thanks-en", GiftRequest.plain(thanks.en()))
                .dong("goal", goal)
                .date("from", from)
                .date("through", through);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.home(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        requireWords(subject, wanted);
        if (db.sql(KNOWN).param("code", subject).query(Boolean.class).single()) {
            throw new Refused(CapitalRefusal.CAMPAIGN_KNOWN, subject);
        }
        if (wanted.dateOf("through").isBefore(wanted.dateOf("from"))) {
            throw new Refused(CapitalRefusal.CAMPAIGN_DAYS, wanted.dateOf("from"), wanted.dateOf("through"));
        }
        if (wanted.has("goal") && !wanted.dongOf("goal").isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
    }

    private static void requireWords(String code, Facts wanted) {
        boolean right = code.matches("[A-Z][A-Z0-9-]{1,19}")
                && fits(wanted, "name-vi", LONGEST_NAME)
                && fits(wanted, "name-en", LONGEST_NAME)
                && fits(wanted, "thanks-vi", LONGEST_THANKS)
                && fits(wanted, "thanks-en", LONGEST_THANKS);
        if (!right) {
            throw new Refused(CapitalRefusal.CAMPAIGN_WORDS, LONGEST_NAME, LONGEST_THANKS);
        }
    }

    private static boolean fits(Facts wanted, String field, int longest) {
        int length = wanted.textOf(field).length();
        return length >= SHORTEST && length <= longest;
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        db.sql(ADD)
                .param("point", approved.place().pointId())
                .param("code", approved.subject())
                .param("name_vi", wanted.textOf("name-vi"))
                .param("name_en", wanted.textOf("name-en"))
                .param("thanks_vi", wanted.textOf("thanks-vi"))
                .param("thanks_en", wanted.textOf("thanks-en"))
                .param("goal", wanted.has("goal") ? wanted.dongOf("goal").amount() : null)
                .param("from", wanted.dateOf("from"))
                .param("through", wanted.dateOf("through"))
                .param("document", approved.basis().document())
                .param("submission", key(approved))
                .update();
    }

    private static UUID key(Approved approved) {
        return approved.submission();
    }

    @Override
    public Subject.@Nullable Kind historyOf() {
        return null;
    }

    @Override
    public String form(String subject) {
        return "/donations/new";
    }
}
