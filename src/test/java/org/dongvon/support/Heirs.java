package org.dongvon.support;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.loan.succession.PassLoanOn;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.context.ApplicationContext;

/** Borrowers of a village who die, and who takes their debts over. */
public final class Heirs {

    public static final String EVIDENCE = "Giấy chứng tử số 12 của UBND xã";

    private static final String CHILD = """
            insert into household.person (household_id, point_id, full_name, born_on, sex, identity_encrypted, identity_last4, identity_key, identity_hash)
            select p.household_id, p.point_id, :name, '1990-05-01', 'M', p.identity_encrypted, '7777', p.identity_key,
                   sha256(convert_to(:name || l.code, 'UTF8'))
              from household.person p join loan.loan l on l.borrower_id = p.id where l.id = :loan
            returning id
            """;

    private static final String SUBMISSION = """
            select s.key
              from shared.submission s
             where s.point_id = :point and not exists (select from household.authorisation a where a.submission = s.key)
             limit 1
            """;

    private static final String LEFT = """
            insert into household.member_event (household_id, person_id, point_id, kind, cause, happened_on, submission)
            select p.household_id, p.id, p.point_id, 'LEFT', 'DIED', :day, :key
              from household.person p join loan.loan l on l.borrower_id = p.id where l.id = :loan
            """;

    private static final String DELEGATE = """
            insert into household.authorisation (household_id, person_id, point_id, agreed_on, ground, witness, liable, submission)
            select p.household_id, p.id, p.point_id, :day, 'HEIR', 'Trưởng thôn', true, :key from household.person p where p.id = :person
            """;

    private final ApplicationContext beans;
    private final Village village;
    private final OwnerDb owner;

    public Heirs(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
        this.owner = beans.getBean(OwnerDb.class);
    }

    /** A grown child of the borrower of a loan. */
    public long child(long loan, String name) {
        return owner.sql(CHILD)
                .param("loan", loan)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** The borrower of a loan dies on the open day. */
    public void dies(long loan) {
        owner.sql(LEFT)
                .param("loan", loan)
                .param("day", today())
                .param("key", key())
                .update();
    }

    /** The household of a person agrees that this person borrows for it. */
    public void delegates(long person) {
        owner.sql(DELEGATE)
                .param("person", person)
                .param("day", today())
                .param("key", key())
                .update();
    }

    private UUID key() {
        return owner.sql(SUBMISSION)
                .param("point", village.point)
                .query(UUID.class)
                .single();
    }

    private LocalDate today() {
        return beans.getBean(BusinessDays.class).today(village.office);
    }

    /** The household code of the borrower of a loan. */
    public String household(long loan) {
        return owner.sql(
                        "select h.code from household.household h join loan.loan l on l.household_id = h.id where l.id = :loan")
                .param("loan", loan)
                .query(String.class)
                .single();
    }

    /** The officer asks that a loan passes to whom the household's 01/UQ names. */
    public long ask(long loan, long heir, String household, boolean depositMoves) {
        var code = owner.sql("select code from loan.loan where id = :loan")
                .param("loan", loan)
                .query(String.class)
                .single();
        return beans.getBean(RequestChange.class)
                .run(
                        officer(),
                        new Proposal(
                                UUID.randomUUID(),
                                PassLoanOn.NAME,
                                code + ":" + heir,
                                PassLoanOn.wanted(household, EVIDENCE, depositMoves),
                                new Basis("gia đình thống nhất", null, null)));
    }

    public void approve(long request) {
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);
    }

    /** The borrower of a loan dies, a grown child takes it over with the savings; returns the child. */
    public long inherits(long loan, String name) {
        long heir = child(loan, name);
        dies(loan);
        delegates(heir);
        approve(ask(loan, heir, household(loan), true));
        return heir;
    }

    private Actor officer() {
        long id = village.director.id() + 2_000;
        return new Actor(
                id,
                id,
                "tindung",
                "Cán bộ tín dụng",
                Role.CREDIT_OFFICER,
                village.office,
                Scope.of(village.direct, village.point));
    }
}
