package org.dongvon.loan.application;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The register of what secures direct loans (tài sản bảo đảm). Of a social-housing loan it is the house that the loan pays
 * for, of whose value at most 70 % are lent.
 */
@Service
public class Collateral {

    private static final String INSERT = """
            insert into loan.collateral
                   (application_id, point_id, kind, description, certificate, owner, value, entered_on, submission)
            values (:application, :point, :kind, :description, :certificate, :owner, :value, :day, :key)
            """;

    private static final String OF = """
            select c.kind, c.description, c.certificate, c.owner, c.value
              from loan.collateral c
              join loan.application a on a.id = c.application_id
             where a.code = :code and a.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             order by c.id
            """;

    private static final String APPROVED = """
            select l.amount
              from loan.approval v
              join loan.loan l on l.id = v.loan_id
             where v.application_id = :application
            """;

    private static final int WHOLE = 100;

    private final ApplicationFiles files;
    private final PlanRules rules;
    private final Submissions submissions;
    private final JdbcClient db;

    Collateral(ApplicationFiles files, PlanRules rules, Submissions submissions, JdbcClient db) {
        this.files = files;
        this.rules = rules;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Enters an asset of an approved direct loan.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_ELSEWHERE} when the application is not approved, or its contract
     *     is signed already
     */
    public void enter(Actor actor, UUID key, String code, Asset asset) {
        var submission = new Submission(key, "loan.EnterCollateral", code + "\n" + asset);
        submissions.once(actor, submission, Entered.class, () -> {
            actor.requireRole(Role.CREDIT_OFFICER);
            var application = files.lock(List.of(code)).getFirst();
            if (!application.isDirect() || application.step() != Step.APPROVED) {
                throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, code);
            }
            db.sql(INSERT)
                    .param("application", application.id())
                    .param("point", application.place().pointId())
                    .param("kind", asset.kind().name())
                    .param("description", asset.description())
                    .param("certificate", asset.certificate())
                    .param("owner", asset.owner())
                    .param("value", asset.value().amount())
                    .param("day", application.openDay())
                    .param("key", key)
                    .update();
            return new Submissions.Done<>(application.place().pointId(), application.openDay(), new Entered(code));
        });
    }

    /** What secures an application's loan. */
    public List<Asset> of(String code) {
        return db.sql(OF)
                .param("code", code)
                .query((row, n) -> new Asset(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("description"),
                        row.getString("certificate"),
                        row.getString("owner"),
                        new Dong(row.getLong("value"))))
                .list();
    }

    /**
     * Lets a contract be signed when what secures it is enough.
     *
     * @throws Refused {@link ApplicationRefusal#COLLATERAL_TOO_LOW}
     */
    void requireEnough(Application application) {
        var amount = new Dong(db.sql(APPROVED)
                .param("application", application.id())
                .query(Long.class)
                .single());
        if (!rules.needsSecurity(application, amount)) {
            return;
        }
        var value = Dong.sum(of(application.code()).stream().map(Asset::value).toList());
        int ratio = rules.securityRatio(application);
        if (Math.multiplyExact(value.amount(), ratio) < Math.multiplyExact(amount.amount(), WHOLE)) {
            throw new Refused(ApplicationRefusal.COLLATERAL_TOO_LOW, amount, value, ratio);
        }
    }

    /** What an asset is. */
    public enum Kind {
        /** Formed from the loan itself: the house that it pays for. */
        FORMED,
        LAND,
        HOUSE,
        VEHICLE,
        MACHINERY,
        OTHER
    }

    /**
     * An asset.
     *
     * @param certificate the number of its paper; empty where there is none yet
     * @param value as the bank valued it
     */
    public record Asset(Kind kind, String description, String certificate, String owner, Dong value) {

        private static final int LONGEST = 300;
        private static final int LONGEST_NAME = 120;
        private static final int SHORTEST = 5;

        /**
         * The asset in one spelling.
         *
         * @throws Refused {@link ApplicationRefusal#COLLATERAL_INCOMPLETE}
         */
        public Asset {
            description = plain(description);
            certificate = plain(certificate);
            owner = plain(owner);
            boolean described = description.length() >= SHORTEST && description.length() <= LONGEST;
            boolean named =
                    owner.length() > 1 && owner.length() <= LONGEST_NAME && certificate.length() <= LONGEST_NAME;
            if (!described || !named || !value.isPositive()) {
                throw new Refused(ApplicationRefusal.COLLATERAL_INCOMPLETE);
            }
        }

        private static String plain(String typed) {
            return Spelling.of(typed);
        }
    }

    record Entered(String code) {}
}
